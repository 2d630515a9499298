"""``python -m bias_audit`` is the command line."""

from .cli import main

if __name__ == "__main__":
    main()
