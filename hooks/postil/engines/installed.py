"""What is installed beside Postil."""

from importlib.metadata import PackageNotFoundError, version


def installed_version(package: str) -> str:
    """The version of a package; nothing where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
