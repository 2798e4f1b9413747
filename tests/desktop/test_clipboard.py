"""What is copied is plain text, and carries the signs that keep it out of clipboard histories."""

from PySide6.QtGui import QGuiApplication

from routewijzer.desktop import clipboard

WINDOWS = 'application/x-qt-windows-mime;value="{}"'


def test_a_copy_is_text_that_histories_leave_out(qapp):
    clipboard.copy("Casuscode: één")
    board = QGuiApplication.clipboard()
    assert board.text() == "Casuscode: één"
    data = board.mimeData()
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing", "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):  # fmt: skip
        assert bytes(data.data(WINDOWS.format(name))) == b"\0\0\0\0"
    assert bytes(data.data("x-kde-passwordManagerHint")) == b"secret"
    clipboard.copy("iets anders")
    assert board.text() == "iets anders"
