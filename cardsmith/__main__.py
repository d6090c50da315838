"""Run cardsmith as a module: ``python -m cardsmith``."""

from cardsmith.cli import main

if __name__ == "__main__":
    main()
