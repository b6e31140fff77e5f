"""What programs ask: one module a resource, one line here each."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
