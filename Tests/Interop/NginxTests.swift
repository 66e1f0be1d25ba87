import Foundation
import TestBench
import Testing

@testable import Publication

/// Other people's web server.
enum Nginx {
  static let program = Executable.onPath("nginx")?.path ?? "/usr/sbin/nginx"
  static let reason: Comment = "no nginx, or no Python in .build-python: run Tools/test"
  /// Whether it is there. Where `WAARBORG_INTEROP` says `verplicht`, tests run without it too, and fail.
  static let isExpected =
    Python.isExpected && FileManager.default.isExecutableFile(atPath: program)
    || ProcessInfo.processInfo.environment["WAARBORG_INTEROP"] == "verplicht"
}

/// The site as nginx serves it with the settings that the site brings.
@Suite(.enabled(if: Nginx.isExpected, Nginx.reason))
struct NginxTests {
  private static let gone = Page(
    path: "/proeven/weg/", title: "Weg", summary: "Dit is er niet meer.", trail: [], html: "<h1>Weg</h1>\n",
    isListed: false, isGone: true)

  private func serve(_ bench: Bench, root: String, base: String, gone: String = "/proeven/weg/") throws -> Outcome {
    try Python.run("nginx_check.py", Nginx.program, bench.path(root), base, gone, on: bench)
  }

  @Test(arguments: ["", "/register", "/open/register"])
  func `pages, what is gone and what never was are answered as they should be, each with its headers`(
    base: String
  ) throws {
    let bench = try Bench()
    let folder = "web" + base
    try FileManager.default.createDirectory(
      atPath: (bench.path(folder) as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    _ = try Proefsite(on: bench, adres: "https://gemeente.example\(base)", in: folder, extraPage: Self.gone)
    let outcome = try serve(bench, root: "web", base: base.isEmpty ? "/" : base)
    #expect(outcome.exitCode == 0, "\(outcome)")
  }

  @Test(arguments: [
    ("\"/proeven/weg/\" 1;", ""), ("frame-ancestors 'none'", ""), ("return 404; }", "}"),
    ("error_page 403 =404 /404.html;", ""), ("text/csv csv;", ""), ("add_header API-Version", "# "),
    ("error_page 404 /v1/404.json;", ""), ("(/(?:[a-z0-9.-]+/)*)", "(.*/)"),
  ])
  func `settings with a mistake are found`(text: String, other: String) throws {
    let bench = try Bench()
    let site = try Proefsite(on: bench, extraPage: Self.gone)
    let files = ["nginx.conf", "nginx-http.conf"]
    let changed = files.filter { (try? site.alter($0, text, other)) != nil }
    #expect(!changed.isEmpty)
    #expect(try serve(bench, root: "proefsite", base: "/").exitCode == 1)
  }

  @Test func `with ten thousand lapsed pages nginx loads them and finds each`() throws {
    let bench = try Bench()
    let site = try Proefsite(on: bench, extraPage: Self.gone)
    let many = (0..<10_000).map { "/nevenfuncties/opgaven/019a6f3c-7c00-7000-8000-\(100_000_000_000 + $0)/versies/1/" }
    for file in NginxFiles(base: "", gone: many + [Self.gone.path], scripted: ["/controle/", "/zoeken/"]).files {
      try Data(file.bytes).write(to: URL(fileURLWithPath: site.folder).appendingPathComponent(file.path))
    }
    let outcome = try serve(bench, root: "proefsite", base: "/")
    #expect(outcome.exitCode == 0, "\(outcome)")
  }

  @Test func `the files grow with what is gone, and not faster`() {
    func size(_ count: Int) -> Int {
      NginxFiles(base: "/register", gone: (0..<count).map { "/a/\(1_000_000 + $0)/" }, scripted: []).files.map(
        \.bytes.count
      )
      .reduce(0, +)
    }
    #expect(size(2000) - size(1000) == size(3000) - size(2000))
  }
}
