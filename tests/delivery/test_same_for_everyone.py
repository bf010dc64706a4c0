"""A page of the site can be kept in any cache."""

import pytest

LANGUAGES = ["pl", "en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_depends_on_the_browser_and_nothing_is_stored_in_it(client, structure, reader_addresses, language):
    other = "en" if language == "pl" else "pl"
    for address in reader_addresses(language, "plan"):
        plain = client.get(address)
        client.cookies["django_language"] = other
        told_otherwise = client.get(address, headers={"accept-language": other})
        client.cookies.clear()
        assert told_otherwise.content == plain.content, address
        for response in (plain, told_otherwise):
            assert response.status_code == 200, address
            assert response["Vary"] == "Accept-Encoding", address
            assert not response.cookies, address
