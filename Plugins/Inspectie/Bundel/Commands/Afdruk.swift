import Foundation
import Governance

/// `LEESMIJ.html` on paper: a PDF beside the bundle, made by a browser on this machine. It is a convenience: it is not in
/// the bundle, nothing vouches for it, and without a browser the bundle is whole.
struct Afdruk {
  /// The names under which Chromium is installed.
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
  /// How many seconds a browser gets.
  private static let patience = 120.0

  /// Where it comes.
  let url: URL
  private let browser: URL?
  private let environment: [String: String]
  private let isVertrouwelijk: Bool

  /// What came of it.
  enum Uitkomst {
    case gemaakt(URL)
    case zonderBrowser
    case mislukt

    /// In one line.
    var text: Text {
      switch self {
      case .gemaakt(let url): Text(nl: "LEESMIJ.html als PDF: \(url.path)", en: "LEESMIJ.html as a PDF: \(url.path)")
      case .zonderBrowser:
        Text(
          nl: "geen PDF gemaakt: hier is geen Chromium; druk LEESMIJ.html af vanuit een browser",
          en: "no PDF was made: there is no Chromium here; print LEESMIJ.html from a browser")
      case .mislukt:
        Text(
          nl: "geen PDF gemaakt: Chromium gaf er geen; druk LEESMIJ.html af vanuit een browser",
          en: "no PDF was made: Chromium gave none; print LEESMIJ.html from a browser")
      }
    }
  }

  /// Beside a bundle's folder, with its name.
  /// - Throws: `Failure` when something is there already.
  init(naast map: URL, isVertrouwelijk: Bool, environment: [String: String]) throws {
    url = map.deletingLastPathComponent().appendingPathComponent(map.lastPathComponent + ".pdf")
    // A browser is told nothing that is for this program, such as where a passphrase is.
    self.environment = environment.filter { !$0.key.hasPrefix("WAARBORG_") }
    self.isVertrouwelijk = isVertrouwelijk
    browser = Self.names.lazy.compactMap { name in Self.program(name, environment) }.first
    guard !FileManager.default.fileExists(atPath: url.path) else {
      throw Failure(
        .badInput, Text(nl: "«\(url.path)» bestaat al", en: "“\(url.path)” exists already"),
        remedy: Text(
          nl: "kies een andere map, of geef --zonder-pdf", en: "choose another directory, or give --zonder-pdf"))
    }
  }

  private static func program(_ name: String, _ environment: [String: String]) -> URL? {
    (environment["PATH"] ?? "").split(separator: ":").lazy.filter { $0.hasPrefix("/") }
      .map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Prints a page. That it fails says nothing against the bundle.
  func maak(van page: URL) -> Uitkomst {
    guard let browser else { return .zonderBrowser }
    let workplace = url.deletingLastPathComponent().appendingPathComponent(".\(url.lastPathComponent).waarborg")
    defer { try? FileManager.default.removeItem(at: workplace) }
    do {
      try FileManager.default.createDirectory(
        at: workplace, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      let printed = workplace.appendingPathComponent("afdruk.pdf")
      guard try run(browser, page, to: printed, in: workplace),
        let handle = try? FileHandle(forReadingFrom: printed), try handle.read(upToCount: 5) == Data("%PDF-".utf8)
      else { return .mislukt }
      try handle.close()
      try FileManager.default.moveItem(at: printed, to: url)
      if isVertrouwelijk {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
      }
      return .gemaakt(url)
    } catch { return .mislukt }
  }

  private func run(_ browser: URL, _ page: URL, to printed: URL, in workplace: URL) throws -> Bool {
    let process = Process()
    process.executableURL = browser
    process.arguments =
      [
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(workplace.appendingPathComponent("profiel").path)", "--no-pdf-header-footer",
        "--print-to-pdf=\(printed.path)",
      ]
      // Chromium has no sandbox for root; the page is our own and has no script.
      + (geteuid() == 0 ? ["--no-sandbox"] : []) + [page.absoluteString]
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    guard ended.wait(timeout: .now() + Self.patience) == .success else {
      process.terminate()
      return false
    }
    return process.terminationReason == .exit && process.terminationStatus == 0
  }
}
