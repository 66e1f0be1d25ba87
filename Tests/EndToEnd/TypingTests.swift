import Foundation
import TestBench
import Testing

/// What the tasks of a secretariat cost to type, counted while they are done: each person unlocks a key once, and nobody
/// types an identifier that no person can remember.
struct TypingTests {
  /// One task: who types what.
  struct Task: CustomTestStringConvertible {
    let name: String
    /// What was recorded before it begins.
    var before: [String] = []
    let lines: [String]
    let options: Int
    var testDescription: String { name }
  }

  private static let policy = [
    "secretariaat: beleid ontwerp gc.txt --kenmerk gc --titel Gedragscode --soort gedragscode --instemming vereist --wor d",
    "directeur: instemming vraag gc --beweegredenen @redenen.txt --gevolgen @gevolgen.txt",
    "ondernemingsraad: instemming verleen gc",
    "directeur: beleid stel-vast gc",
    "directeur: beleid treed-in-werking gc",
  ]
  private static let designation = [
    "secretariaat: organisatie functie Concernmanager",
    "secretariaat: organisatie bekleed concernmanager --naam @naam.txt",
    "college: nevenfunctie stel-in --model lelystad --bewaar P1Y",
    "college: nevenfunctie wijs-aan concernmanager --houder-rol geen",
  ]
  private static let activity = [
    "secretariaat: nevenfunctie meld concernmanager --activiteit @activiteit.txt --bezoldigd nee",
    "secretariaat: nevenfunctie vraag-toestemming concernmanager/1",
    "college: nevenfunctie verleen concernmanager/1",
    "directeur: nevenfunctie opgave publiceer concernmanager/1 --nevenwerkzaamheid Voorzitter --organisatie 'Stichting Voorbeeld' --ingang 2026-01",
    "secretariaat: publiceer site",
  ]
  private static let publication = [
    "secretariaat: publicatie instel --adres https://register.gemeente.example --contact register@gemeente.example "
      + "--beveiliging https://gemeente.example/melden --zoekmachines toestaan "
      + "--licentie https://creativecommons.org/publicdomain/zero/1.0/"
  ]

  static let tasks = [
    Task(name: "one policy from draft to in force", lines: policy, options: 7),
    Task(name: "the first function of which nevenfuncties are reported", lines: designation, options: 4),
    Task(
      name: "one nevenfunctie to the site", before: publication + designation, lines: activity, options: 5),
    Task(
      name: "one vertrouwenspersoon",
      before: [
        "directeur: vertrouwenspersoon formatie --intern 1 --extern 0",
        "directeur: vertrouwenspersoon stel-regels-vast --model utrecht",
      ],
      lines: [
        "secretariaat: vertrouwenspersoon kandidaat --naam @naam.txt --email @mail.txt --telefoon @telefoon.txt",
        "directeur: instemming vraag vertrouwenspersoon-1 --beweegredenen @redenen.txt --gevolgen @gevolgen.txt",
        "ondernemingsraad: instemming verleen vertrouwenspersoon-1",
        "directeur: vertrouwenspersoon benoem vertrouwenspersoon-1",
      ], options: 5),
    Task(name: "publication set up", lines: publication, options: 5),
    Task(
      name: "erase what was reported", before: publication + designation + activity,
      lines: [
        "secretariaat: vernietig --over concernmanager/1 --grond 'verzoek' --bewaarregel '17.5' --yes",
        "secretariaat: publiceer site",
      ], options: 3),
    Task(
      name: "an ordinary day of the secretariat", before: publication + designation + policy + activity,
      lines: [
        "secretariaat: vandaag", "secretariaat: beleid lijst", "secretariaat: termijnen",
        "secretariaat: beleid ontwerp nieuw.txt --kenmerk gc --aanleiding evaluatie",
        "secretariaat: nevenfunctie meld concernmanager --activiteit @activiteit.txt --bezoldigd nee",
        "secretariaat: nevenfunctie bevestig concernmanager", "secretariaat: publiceer site",
        "secretariaat: backup kopie", "secretariaat: checkpoint",
      ], options: 4),
  ]

  @Test(arguments: tasks)
  func `U1: a task takes so many commands and options, one passphrase a person, and no identifier`(
    task: Task
  ) throws {
    let bench = try Bench.atMachine()
    try bench.run("key", "new", "directeur", "--rol", "algemeenDirecteur").orThrow()
    try bench.inLedger("key", "register", "directeur", als: "secretariaat").orThrow()
    for (file, text) in [
      ("gc.txt", "Iedereen gedraagt zich."), ("nieuw.txt", "Iedereen gedraagt zich beter."),
      ("redenen.txt", "De oude is van 2019."),
      ("gevolgen.txt", "Iedereen volgt haar."),
      ("naam.txt", "Ans Ingebeeld"), ("activiteit.txt", "Voorzitter"), ("mail.txt", "vp@gemeente.example"),
      ("telefoon.txt", "043 000 00 00"),
    ] { try bench.write(text, to: file) }
    var typists: Set<String> = []
    func type(_ line: String) throws -> [String] {
      let (key, command) = try #require(line.split(separator: ":", maxSplits: 1).map(String.init).pair)
      if typists.insert(key).inserted { try bench.unlock(key).orThrow() }
      let words = try Typed(command).words
      // No passphrase is to be had but that of a key that is open; for what cannot be undone it is asked again.
      let asksAgain = words.first == "vernietig"
      let passphrase = asksAgain ? ["--wachtwoord-bestand", bench.path("wachtwoord")] : []
      try bench.run(words + passphrase, environment: bench.person.merging(["WAARBORG_SLEUTEL": key]) { $1 }).orThrow()
      return words
    }
    for line in task.before { _ = try type(line) }
    typists = []
    try bench.enter("vergrendel").orThrow()
    let words = try task.lines.flatMap { try type($0) }
    #expect(words.count { $0.hasPrefix("--") && $0 != "--yes" } == task.options)
    #expect(!words.contains { $0.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}/) != nil })
    if task.name.contains("day") { #expect(typists == ["secretariaat"]) }
    try bench.enter("vergrendel").orThrow()
    #expect(try bench.inLedger("verify").exitCode == Exit.done)
  }
}

extension [String] {
  fileprivate var pair: (String, String)? { count == 2 ? (self[0], self[1]) : nil }
}
