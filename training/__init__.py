"""Makes the shipped model from annotated text. Needs PyTorch; not part of the wheel."""
