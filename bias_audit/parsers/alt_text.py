"""What kind of text a picture's alt text is, so that only what a person wrote counts as a description."""

import re

from ..model import AltQuality

_ENDINGS = "png|jpe?g|gif|bmp|tiff?|webp|svgz?|emf|wmf|heic|heif|avif|ico|eps|psd|pdf|mp4|mov"

# What Office, browsers and sites write on their own.
_AUTOMATIC = re.compile(
    r"descriptions? (?:was |is )?automatically generated"
    r"|automatically generated (?:alt|description|by)"
    r"|generated (?:alt[- ]?text|description)"
    r"|AI[- ]generated (?:content|description|alt)"
    r"|^a (?:picture|photo|screen ?shot|close[- ]?up) containing\b"
    r"|^(?:image|photo) may contain\b"
    r"|^may be an? (?:image|photo|illustration|cartoon|meme|graphic)\b"
    r"|^no (?:photo )?(?:alt text|description) (?:available|provided)"
    r"|^(?:image|picture|photo) result for\b"
    r"|^(?:related image|image preview|see the source image|view image|photo of)\W*$",
    re.IGNORECASE,
)

# "girl on swing.jpg", "Cover image", "C:\\Pictures\\x.png", "https://example.org/a", "IMG_2034", "image12", "Picture 4"
_FILE_NAME = re.compile(
    rf"(?:\S+\s+){{0,9}}\S*\w[\w)\]]*\.(?:{_ENDINGS})(?:\?\S*)?"
    r"|(?:[a-z][a-z0-9+.-]*://|www\.)\S+"
    r"|(?:[a-z]:\\|\\\\|/)\S*[\\/].*"
    r"|macintosh hd:.*"
    r"|(?:img|dscn?|dscf|pict?|p|mvi|pxl|gopr|wp|vid|scan|cimg|imag|sam|hpim|photo)[-_ ]?\d{3,}[\w\- ()~]*"
    r"|screen ?shot[-_ ]?\d[\w\-.: ]*"
    r"|(?:image|picture|photo|img|pic|graphic|clip ?art|figure|object|shape|diagram|slide|logo|untitled"
    r"|unnamed|download|thumbnail|unknown|placeholder|content placeholder|picture placeholder|google shape"
    r"|icon|cover|front cover|banner)"
    r"[-_ ]*[(\[]?\d*[)\]]?"
    r"|(?:background|banner|cover|featured?|front|header|hero|main|title)[-_ ]+(?:graphic|image|photo|pic|picture)"
    r"[-_ ]*\d*"
    r"|google shape;.*"
    r"|[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}"
    r"|[0-9a-f]{16,}"
    r"|[\d_\-]{5,}(?:_[a-z])?",
    re.IGNORECASE,
)

_LONGEST_NAME = 260  # characters; also keeps the pattern quick on odd input

_DECORATIVE = re.compile(
    r"(?:this (?:image|picture) is )?(?:purely )?decorat(?:ive|ion)(?: (?:image|picture|element|only))?\W*",
    re.IGNORECASE,
)


def quality(text: str, decorative: bool = False) -> AltQuality:
    """How good an alt text can be at best, by its words alone; ``decorative`` is the format's own mark.

    Never "not checkable": that is for formats which cannot hold alt text, and their parsers say it.
    """
    words = " ".join(text.split())
    if decorative or _DECORATIVE.fullmatch(words):
        return "decorative"
    if not any(character.isalnum() for character in words):
        return "missing"
    if _AUTOMATIC.search(words):
        return "automatic"
    if len(words) <= _LONGEST_NAME and _FILE_NAME.fullmatch(words):
        return "file name"
    return "written"
