"""What `make audit` measures of the site that readers get, each check with its bound; the tests run a part of it."""
