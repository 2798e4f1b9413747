"""What the frozen program starts with: the same door as `routing-app`."""

from routewijzer.__main__ import main

if __name__ == "__main__":
    main()
