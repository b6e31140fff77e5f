"""Names of the Gregorian months in Arabic and Persian script."""

_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_WRITTEN = (
    "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    "يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر",
    "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر",
)
"""The Levant's and Iraq's, the Nile's and the Gulf's, and Iran's."""

GREGORIAN = {
    f" {name} ": f" {english} "
    for names in _WRITTEN
    for name, english in zip(names.split("|"), _ENGLISH, strict=True)
}
"""Each between spaces: `آب` is August only as a word, and a month stands between day and year."""
