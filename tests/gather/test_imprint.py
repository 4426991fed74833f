"""A file that says who owns which outlet, and where it is looked for."""

import pytest

from letopis.errors import SourceMissing, SourceUnreadable
from letopis.gather.imprint import beside, outlets_in
from letopis.model import Outlet


def test_a_file_gives_outlets_with_their_hosts_as_addresses_have_them(tmp_path):
    path = tmp_path / "outlets.json"
    path.write_text('[{"name": "Курьер", "owner": "Дом", "host": "WWW.Kurier.test"}, {"name": "Маяк", "owner": "Дом"}]')
    assert outlets_in(path) == [Outlet("Курьер", "Дом", None, "kurier.test"), Outlet("Маяк", "Дом")]


@pytest.mark.parametrize(
    "told", ["", "{}", "[1]", '[{"name": "Курьер"}]', '[{"name": "", "owner": "Дом"}]', "\udcff", "[" * 5000]
)
def test_a_file_that_names_no_owners_is_one_clear_line(tmp_path, told):
    path = tmp_path / "outlets.json"
    path.write_bytes(told.encode("utf8", "surrogateescape"))
    with pytest.raises(SourceUnreadable, match=r"outlets\.json: cannot be read: .") as wrong:
        outlets_in(path)
    assert "\n" not in str(wrong.value)


def test_a_file_that_is_not_there_is_wrong_use(tmp_path):
    with pytest.raises(SourceMissing):
        outlets_in(tmp_path / "none.json")


def test_it_is_found_in_a_folder_and_where_a_source_lies(tmp_path):
    folder = tmp_path / "paper"
    folder.mkdir()
    assert beside(str(folder)) is None
    (tmp_path / "outlets.json").write_text("[]")
    assert beside(str(folder)) == tmp_path / "outlets.json"
    (folder / "outlets.json").write_text("[]")
    assert beside(str(folder)) == beside(str(folder / "page.html")) == folder / "outlets.json"
    assert beside("https://a.test/" + "a" * 5000) is None
