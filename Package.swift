// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "waarborg",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "waarborg", targets: ["waarborg"]),
    .library(name: "Ledger", targets: ["Ledger"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The log: no domain.
    .systemLibrary(
      name: "CSodium",
      pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(name: "LedgerCrypto", dependencies: ["CSodium"]),
    .target(name: "Ledger", dependencies: ["LedgerCrypto"]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(
      name: "LedgerSQLite",
      dependencies: ["CRename", "CSQLite", "Ledger", "LedgerCrypto", .product(name: "GRDB", package: "GRDB.swift")]),

    // The kernel that plugins are written against, and what their commands need to talk to a person.
    .systemLibrary(name: "CAgent"),
    .target(name: "Governance", dependencies: ["Ledger", "LedgerCrypto"]),
    .target(
      name: "Console",
      dependencies: [
        "CAgent", "Governance", "Ledger", "LedgerCrypto", "LedgerSQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Rules as data: files of YAML, of which every fault is told at its place.
    .target(
      name: "RuleFiles", dependencies: ["Governance", "Console", "Ledger", .product(name: "Yams", package: "Yams")]),

    // Pieces of pictures.
    .target(name: "Drawing"),

    // What leaves for the public: pages, data files, and the folder they are in.
    .systemLibrary(name: "CRename"),
    .target(
      name: "Publication",
      dependencies: [
        "CRename", "Governance", "Ledger", "LedgerCrypto",
      ],
      // In the program itself, so that it stays one file to copy.
      resources: [
        .embedInCode("Layout/Sjablonen"), .embedInCode("Layout/Stijl"), .embedInCode("Controle/Bladzijde"),
        .embedInCode("Finding/Bladzijde"), .embedInCode("Comparison/Bladzijde"),
      ]),

    // A folder or one file that shows by itself that nothing in it was changed (BagIt).
    .target(name: "Bag", dependencies: ["Governance", "LedgerCrypto"]),

    // One governance subject each; dependencies are the DAG drawn in the README.
    .plugin("Organisatie"),
    .plugin("Instemming", on: ["Organisatie"]),
    .plugin(
      "Beleid",
      on: ["Organisatie", "Instemming", "Publication"],
      resources: [.embedInCode("Pages")]),
    .plugin(
      "Vertrouwenspersonen", on: ["Organisatie", "Instemming", "Publication"], resources: [.embedInCode("Pages")]),
    .plugin("Publicatie", on: ["Publication"]),
    .plugin(
      "Nevenfuncties",
      on: ["Organisatie", "Beleid", "Publication"],
      resources: [.embedInCode("Pages")]),
    .plugin(
      "Zaken",
      on: ["Organisatie", "Beleid", "RuleFiles", "Drawing", "Publication", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Procedures/Bestanden"), .embedInCode("Jaarcijfers/Sjabloon")]),
    .plugin(
      "Inspectie",
      on: [
        "Organisatie", "Instemming", "Beleid", "RuleFiles", "Drawing", "Publication", "Bag",
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Eisen/Bestanden"), .embedInCode("Bundel/Sjabloon"), .embedInCode("Pages")]),

    // The program.
    .executableTarget(
      name: "waarborg",
      dependencies: [
        "Ledger", "LedgerCrypto", "LedgerSQLite", "Governance", "Console",
        "Organisatie", "Instemming", "Beleid", "Vertrouwenspersonen", "Publicatie", "Nevenfuncties", "Zaken",
        "Inspectie",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests: one target per target, the built program, and other people's software.
    .testTarget(name: "LedgerCryptoTests", dependencies: ["LedgerCrypto"]),
    .testTarget(
      name: "LedgerTests", dependencies: ["Ledger", "LedgerCrypto"], resources: [.copy("Vectors")]),
    .testTarget(
      name: "LedgerSQLiteTests",
      dependencies: [
        "Ledger", "LedgerCrypto", "LedgerSQLite", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "GovernanceTests",
      dependencies: [
        "TestBench", "Governance", "Ledger", "LedgerCrypto", "LedgerSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Terms/termijnen.py", "Terms/agenda.py"]),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Governance", "Ledger", "LedgerCrypto",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "RuleFilesTests",
      dependencies: ["RuleFiles", "Governance", .product(name: "Yams", package: "Yams")]),
    .pluginTests("Organisatie"),
    .pluginTests("Instemming", on: ["Organisatie"]),
    .pluginTests("Beleid", on: ["Organisatie", "Instemming", "Publication"]),
    .pluginTests(
      "Vertrouwenspersonen", on: ["Organisatie", "Instemming", "Publication"], exclude: ["kaart.py"]),
    .pluginTests("Publicatie", on: ["Organisatie", "Publication"]),
    .pluginTests("Nevenfuncties", on: ["Organisatie", "Beleid", "Publication"]),
    .pluginTests(
      "Zaken",
      on: [
        "Organisatie", "Instemming", "Beleid", "RuleFiles", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.copy("Bestanden"), .copy("Scenarios")]),
    .pluginTests(
      "Inspectie",
      on: [
        "Organisatie", "Instemming", "Beleid", "Vertrouwenspersonen", "RuleFiles", "Bag", "Publication",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], resources: [.copy("Bestanden")]),
    // The plugin that the README explains.
    .plugin("Bezwaren", on: ["Organisatie"], in: "Tests"),
    .pluginTests(
      "Bezwaren", on: ["Organisatie", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    .testTarget(
      name: "PublicationTests",
      dependencies: [
        "Publication", "Proefboek", "TestBench", "Organisatie", "Governance", "Ledger", "LedgerCrypto", "LedgerSQLite",
      ]),
    .testTarget(name: "BagTests", dependencies: ["Bag", "LedgerCrypto"]),
    .testTarget(
      name: "GrowthTests",
      dependencies: [
        "Proefboek", "TestBench", "Governance", "Ledger", "LedgerCrypto", "LedgerSQLite", "Organisatie", "Instemming",
        "Beleid", "Vertrouwenspersonen", "Nevenfuncties", "Inspectie",
      ]),
    .testTarget(
      name: "EndToEnd",
      dependencies: [
        "TestBench",
        // Only to fill a ledger with many events at once; everything else goes through the built program.
        "Ledger", "LedgerCrypto", "LedgerSQLite", "Governance", "Console", "Organisatie",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Jaren"]),
    .testTarget(
      name: "Interop",
      dependencies: [
        "TestBench",
        // Only to make a site of awkward texts; everything else goes through the built program.
        "Proefboek", "Organisatie", "Publicatie", "Publication", "Governance", "Ledger", "LedgerCrypto", "LedgerSQLite",
      ],
      exclude: [
        "kills.py", "sd_jwt_check.py", "catalogue_check.py", "tlog_check.py", "publication_check.py", "publicatie",
        "browser",
        "bundel_check.py", "bundel_profile.json", "citations_check.py", "nginx_check.py",
      ]),
    .target(name: "TestBench", path: "Tests/TestBench", exclude: ["gemeente.txt", "register.csv"]),
    .target(
      name: "Proefboek",
      dependencies: [
        "Governance", "Console", "Ledger", "LedgerCrypto", "LedgerSQLite", "Organisatie", "Publication",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Proefboek"),
  ],
  swiftLanguageModes: [.v6]
)

extension Target {
  /// A governance plugin: one folder under `Plugins`, written against the kernel.
  static func plugin(
    _ name: String, on others: [Target.Dependency] = [], in folder: String = "Plugins", resources: [Resource] = []
  ) -> Target {
    .target(
      name: name,
      dependencies: others + [
        "Governance", "Console", "Ledger", "LedgerCrypto", "LedgerSQLite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "\(folder)/\(name)",
      resources: resources)
  }

  static func pluginTests(
    _ name: String, on others: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
  ) -> Target {
    .testTarget(
      name: "\(name)Tests",
      dependencies: others + [
        .byName(name: name), "Proefboek", "TestBench", "Governance", "Console", "Ledger", "LedgerCrypto",
        "LedgerSQLite",
      ], exclude: exclude, resources: resources)
  }
}

// Speed, as ratios against what the machine allows. Asked for by name, because man pages are made of every program here.
if Context.environment["WAARBORG_BENCH"] != nil {
  package.targets.append(
    .executableTarget(
      name: "waarborg-bench",
      dependencies: [
        "Ledger", "LedgerCrypto", "LedgerSQLite", "Governance", "Console",
        "Organisatie", "Instemming", "Beleid", "Vertrouwenspersonen", "Publicatie", "Nevenfuncties", "Zaken",
        "Inspectie",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tools/Bench",
      exclude: ["alternatives"]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0443-warning-control-flags.md
    .treatAllWarnings(as: .error),
  ]
}
