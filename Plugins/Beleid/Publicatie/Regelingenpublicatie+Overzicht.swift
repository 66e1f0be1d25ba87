import Governance
import Publication

extension Regelingenpublicatie {
  /// What the start page says of rules.
  func overzicht() throws -> Overview {
    let gelden = register.regelingen.filter { $0.status == .geldt }
    let teLaat = gelden.filter { $0.evaluatie.isVerstreken(op: register.dag) }
    let nietBekend = register.regelingen.count { $0.status == .onbekend }
    func cijfer(_ aantal: Int, _ een: String, _ meer: String, _ adres: String) -> Overview.Figure? {
      aantal == 0 ? nil : Overview.Figure(aantal, aantal == 1 ? een : meer, adres)
    }
    let geldt = Regelingadressen.status(.geldt)
    let cijfers = [
      cijfer(gelden.count, "regeling geldt nu", "regelingen gelden nu", geldt),
      cijfer(
        nietBekend, "regeling: onbekend of zij geldt", "regelingen: onbekend of zij gelden",
        Regelingadressen.status(.onbekend)),
      cijfer(teLaat.count, "evaluatie te laat", "evaluaties te laat", Regelingadressen.lijst),
    ].compactMap(\.self)
    return Overview(
      figures: cijfers.isEmpty ? [Overview.Figure(0, "regelingen gelden nu", geldt)] : cijfers, html: try tabel(),
      news: try gebeurtenissen.news())
  }

  private func tabel() throws -> String {
    guard !register.regelingen.isEmpty else { return "" }
    // What holds comes first; the rest is a click away.
    let eerst = register.regelingen.filter { $0.status == .geldt } + register.regelingen.filter { $0.status != .geldt }
    let aantal = register.regelingen.count
    return try sjablonen.render(
      "overzicht",
      [
        "lijst": weg("/", Regelingadressen.lijst), "titel": "Regelingen die gelden of golden",
        "alle": .text(aantal == 1 ? "Naar de regeling" : "Alle \(aantal) regelingen"),
        "rijen": .list(
          eerst.prefix(Self.meesteRijen).map { regeling in
            [
              "adres": weg("/", regeling.adres), "titel": .text(regeling.titel),
              "soort": .text(Self.soort(regeling.soort)), "merk": .text(regeling.status.merk),
              "status": .text(regeling.status.tekst), "sinds": sinds(regeling),
              "instemming": .text(regeling.hoofd.instemming.tekst.asSentenceStart),
            ]
          }),
      ])
  }

  private static let meesteRijen = 8

  /// What a reader finds by its name.
  var vindbaar: [Findable] {
    register.regelingen.map { regeling in
      Findable(
        kind: "Regelingen", name: regeling.titel, context: "\(Self.soort(regeling.soort)), \(regeling.status.tekst)",
        words: [regeling.kenmerk] + [regeling.cvdr].compactMap(\.self), path: regeling.adres)
    }
  }
}
