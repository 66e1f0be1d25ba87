import Foundation
import TestBench
import Testing

/// A demand of the inspectorate on the public site, from outside: as the secretariat types it, and as a reader finds it.
struct InspectieSiteTests {
  /// A demand with a measure, and a canary in everything that is not public.
  private static func bench() throws -> Bench {
    let bench = try Bench.publishing()
    for command in [
      "inspectie voer-uit --gehoord werknemers --locatie Kanarie-Locatie-Wulp --op 2024-09-26",
      "inspectie ontvang-voornemen inspectie-1 --kenmerk Kanarie-Voornemen-Ekster --op 2024-10-17",
      "inspectie leg-eis-op inspectie-1 --kenmerk VB-1 --boom AI --op 2024-11-13"
        + " --verzonden-op 2024-11-13 --brief-vindplaats Kanarie-Brief-Gaai --regel 1.a=AI-1.16",
      "rie maatregel 'Oefenen met het gesprek' --soort voorkomen --uitvoeren-voor 2025-04-30 --eis AI-1.16"
        + " --toelichting Kanarie-Toelichting-Kauw --op 2024-12-02",
      "rie wijs-aan maatregel-1 --aanduiding Kanarie-Team-Roek --op 2024-12-03",
      "rie maatregel Kanarie-Maatregel-Raaf --soort beperken --op 2024-12-02",
      "inspectie voer-uit --gehoord leidinggevenden --op 2026-01-12",
    ] { try bench.type(command, als: "secretariaat").orThrow() }
    return bench
  }

  private func page(_ bench: Bench, _ path: String) throws -> String {
    try String(contentsOfFile: bench.path("site/arbeidsinspectie/\(path)index.html"), encoding: .utf8)
  }

  @Test func `A demand and a measure are on the site once that was decided, with nothing else, and off it again`()
    throws
  {
    let bench = try Self.bench()
    try bench.publish().orThrow()
    #expect(!FileManager.default.fileExists(atPath: bench.path("site/arbeidsinspectie")))

    try bench.type("inspectie maak-openbaar inspectie-1", als: "secretariaat").orThrow()
    let measure = try bench.type("rie maak-openbaar maatregel-1 --bij inspectie-1", als: "secretariaat")
    #expect(measure.errors.contains("Oefenen met het gesprek") && measure.exitCode == Exit.done, "\(measure)")
    try bench.publish().orThrow()
    let eis = try page(bench, "eisen/1/")
    #expect(
      eis.contains("Voor elke maatregel is één persoon verantwoordelijk") && eis.contains("Oefenen met het gesprek"))
    #expect(try page(bench, "").contains("data-veld=\"kenmerk\">VB-1<"))
    try Needles(["Kanarie", "kanarie"]).expectNone(inFolder: bench.path("site"))

    try bench.type("inspectie haal-van-site inspectie-1", als: "secretariaat").orThrow()
    try bench.publish().orThrow()
    try Needles(["Oefenen", "VB-1"]).expectNone(inFolder: bench.path("site"))
    try bench.expectClean()
  }

  @Test func `What cannot be is refused with why, and nothing is written`() throws {
    let bench = try Self.bench()
    func expect(_ command: String, _ code: Int32, _ words: String, als key: String = "secretariaat") throws {
      let outcome = try bench.expectNothingWritten { try bench.type(command, als: key) }
      #expect(outcome.exitCode == code && outcome.errors.contains(words), "\(command): \(outcome)")
    }
    try expect("inspectie maak-openbaar", Exit.usage, "inspectie")
    try expect("inspectie maak-openbaar inspectie-9", Exit.notFound, "waarborg inspectie lijst")
    try expect("inspectie maak-openbaar maatregel-1", Exit.badInput, "inspectie-1")
    try expect("inspectie maak-openbaar inspectie-2", Exit.refused, "EisOpgelegd")
    try expect("inspectie maak-openbaar inspectie-1 --op 2099-01-01", Exit.usage, "2099")
    try expect("inspectie maak-openbaar inspectie-1 --historisch", Exit.usage, "--historisch")
    try expect("inspectie maak-openbaar inspectie-1", Exit.notPermitted, "EisOpenbaargemaakt", als: "ondernemingsraad")
    try expect("inspectie haal-van-site inspectie-1", Exit.refused, "INSP-OPENBAAR-EENMAAL")
    try expect("rie maak-openbaar maatregel-1", Exit.usage, "--bij")
    try expect("rie maak-openbaar maatregel-1 --bij inspectie-1", Exit.refused, "MTR-OPENBAAR")
    try expect("rie maak-openbaar maatregel-1 --bij maatregel-1", Exit.badInput, "inspectie-1")
    try expect("rie maak-openbaar maatregel-9 --bij inspectie-1", Exit.notFound, "waarborg rie maatregelen")
    try expect("rie haal-van-site maatregel-1", Exit.refused, "INSP-OPENBAAR-EENMAAL")
    try bench.type("inspectie maak-openbaar inspectie-1", als: "secretariaat").orThrow()
    try expect("inspectie maak-openbaar inspectie-1", Exit.refused, "al openbaargemaakt")
    try expect("inspectie corrigeer {nummer EisOpgelegd} --reden fout", Exit.refused, "INSP-CORRECTIE-VOLGORDE")
  }
}
