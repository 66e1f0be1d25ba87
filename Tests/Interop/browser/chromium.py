"""Chromium without a screen, through its own driver: nothing is downloaded and no other machine is reached."""

import base64
import json
import os
import shutil

# Selenium looks for no browser or driver of its own and reports to nobody.
os.environ.update(SE_OFFLINE="true", SE_AVOID_STATS="true")

from selenium import webdriver  # noqa: E402
from selenium.webdriver.chrome.options import Options  # noqa: E402
from selenium.webdriver.chrome.service import Service  # noqa: E402


def program(name):
    """Where a program is on the path."""
    found = shutil.which(name)
    if not found:
        raise SystemExit(f"missing: {name}. Tools/test installs it where there is apt; elsewhere install it yourself")
    return found


class Chromium:
    """One session; every page goes through it."""

    def __init__(self, scratch):
        options = Options()
        options.binary_location = program("chromium")
        options.page_load_strategy = "normal"
        for argument in [
            "headless=new", "disable-gpu", "disable-dev-shm-usage", "no-first-run", "disable-extensions",
            "disable-background-networking", "disable-component-update", "disable-sync", "hide-scrollbars",
            "force-device-scale-factor=1", f"user-data-dir={scratch}",
            # No name but this machine's has an address: what asks for another is seen to ask, and gets nothing.
            "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        ]:
            options.add_argument("--" + argument)
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            # Chromium refuses to run its sandbox as root; the pages it opens here are ours.
            options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(program("chromedriver")))
        self.version = self.driver.capabilities["browserVersion"]
        self.driver.set_page_load_timeout(30)
        self.driver.set_script_timeout(60)
        self.tell("Emulation.setFocusEmulationEnabled", enabled=True)

    def close(self):
        self.driver.quit()

    def tell(self, method, **parameters):
        """One command of the browser's own protocol."""
        return self.driver.execute_cdp_cmd(method, parameters)

    def evaluate(self, expression):
        """The value of an expression on the page; it works on a page whose own scripts are off or refused as well."""
        result = self.tell("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:2000])
        return result["result"].get("value")

    def size(self, width, height=900):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def dark(self, on):
        value = "dark" if on else "light"
        self.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": value}])

    def scripts(self, on):
        self.tell("Emulation.setScriptExecutionDisabled", value=not on)

    def open(self, address):
        self.driver.get(address)

    def press(self, key, code):
        """A key as a person presses it."""
        text = {"text": "\r"} if key == "Enter" else {}
        common = dict(key=key, code=key, windowsVirtualKeyCode=code)
        self.tell("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **common, **text)
        self.tell("Input.dispatchKeyEvent", type="keyUp", **common)

    def requests(self):
        """Every address that was asked for since the last time this was called."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
            elif message["method"] == "Network.webSocketCreated":
                found.append(message["params"]["url"])
        return found

    def complaints(self):
        """What the console said since the last time this was called: errors, and what the page's own policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] != "INFO"]

    def pdf(self):
        """The page as it leaves the printer."""
        result = self.tell("Page.printToPDF", preferCSSPageSize=True, printBackground=False)
        return base64.b64decode(result["data"])

    def picture(self):
        result = self.tell("Page.captureScreenshot", captureBeyondViewport=True)
        return base64.b64decode(result["data"])
