import Console
import Governance

/// How the demands of a tree stand, as a page on a terminal.
struct Standpagina {
  let beeld: Standbeeld

  func toon(on terminal: Terminal) {
    terminal.out(StyledText("\(beeld.boom.id) \(beeld.boom.titel)", .heading))
    var list = KeyValueList()
    list.add(Text(nl: "Op", en: "On"), "\(beeld.dag.text)")
    if let zaak = beeld.zaak {
      list.add(
        Text(nl: "Brief", en: "Letter"),
        "\(zaak.handle)\(zaak.kenmerk.map { ", \($0)" } ?? ""), \(zaak.dagtekening.text)")
      if let lapsed = zaak.vervallen {
        list.add(
          Text(nl: "Vervallen", en: "Lapsed"),
          StyledText(
            Text(nl: "na bezwaar, ", en: "after an objection, ") + lapsed.text
              + Text(nl: ": er wordt niets meer geëist", en: ": nothing is demanded any more"), .warning))
      }
      list.add(
        Text(nl: "Termijn", en: "Term"),
        zaak.uiterlijk.map { "\(Text(nl: "uiterlijk \($0.text.nl)", en: "by \($0.text.en)"))" }
          ?? StyledText(Text(nl: "niet te berekenen", en: "cannot be counted"), .warning))
    } else {
      list.add(
        Text(nl: "Brief", en: "Letter"), "\(Text(nl: "geen: er is niets opgelegd", en: "none: nothing was imposed"))")
    }
    if let origin = beeld.herkomst { list.add(Text(nl: "Eisen", en: "Demands"), StyledText(origin, .warning)) }
    for stand in Stand.allCases where beeld.aantal(stand) > 0 {
      list.add(stand.text, "\(beeld.aantal(stand))")
    }
    terminal.out(list)
    terminal.out("")
    terminal.out(matrix)
    if !beeld.maatregelen.isEmpty {
      terminal.out("")
      terminal.out(StyledText(Text(nl: "Maatregelen", en: "Measures"), .heading))
      terminal.out(maatregelen)
    }
    terminal.out("")
  }

  private var matrix: Table {
    var table = Table([
      .init(Text(nl: "Eis", en: "Demand"), overflow: .keep), .init(Text(nl: "Wat", en: "What")),
      .init(Text(nl: "Stand", en: "Stands"), overflow: .keep), .init(Text(nl: "Bewijs", en: "Proof")),
      .init(Text(nl: "Wat ontbreekt", en: "What is missing")),
    ])
    for eis in beeld.eisen {
      table.row(
        "\(eis.nummer.map { "\($0) " } ?? "")\(eis.eis.id)", "\(eis.eis.woorden)",
        StyledText(eis.stand.text, eis.stand.style), "\(bewijs(eis))",
        "\(eis.ontbreekt.reduce(Text("")) { $0 == Text("") ? $1 : $0 + Text("; ") + $1 })")
    }
    return table
  }

  private func bewijs(_ eis: Eisstand) -> Text {
    var parts = eis.feiten.map { fact -> Text in
      let lies = fact.ligging == .zonderTermijn ? Text("") : Text(", ") + fact.ligging.text
      let count = fact.telling.map { Text(", ") + $0 } ?? Text("")
      return Text("\(fact.position) \(fact.type), ") + fact.gedaan.text
        + (fact.sindsText.map { Text(", ") + $0 } ?? Text("")) + count + lies
    }
    if let instead = eis.alternatief {
      parts.append(
        Text(
          nl: "\(instead.feit.position) in plaats daarvan: \(instead.maatregel)",
          en: "\(instead.feit.position) instead: \(instead.maatregel)"))
    }
    if let judged = eis.beoordeling {
      let role = judged.wie
      let reason = judged.reden.text().map { Text(": ") + $0 } ?? Text("")
      parts.append(
        Text(nl: "\(judged.position) beoordeeld als ", en: "\(judged.position) judged ") + judged.uitkomst.text
          + Text(nl: " door ", en: " by ") + role + judged.later + reason)
    }
    return parts.dropFirst().reduce(parts.first ?? Text("–")) { $0 + Text("; ") + $1 }
  }

  private var maatregelen: Table {
    var table = Table([
      .init(Text(nl: "Maatregel", en: "Measure"), overflow: .keep), .init(Text(nl: "Wat", en: "What")),
      .init(Text(nl: "Wie", en: "Who")), .init(Text(nl: "Uitvoeren", en: "Carry out")),
      .init(Text(nl: "Evalueren", en: "Evaluate")), .init(Text(nl: "Werkt het", en: "Does it work")),
      .init(Text(nl: "Niet in orde", en: "Not in order")),
    ])
    for measure in beeld.maatregelen {
      let found = measure.bevindingen.dropFirst().reduce(measure.bevindingen.first ?? Text("–")) {
        $0 + Text("; ") + $1
      }
      table.row(
        "\(measure.handle)", "\(measure.omschrijving)", "\(measure.verantwoordelijkeText)",
        "\(dag(measure.uitvoerenVoor, measure.uitgevoerd))", "\(dag(measure.evaluerenVoor, measure.geevalueerd))",
        "\(measure.uitkomst?.text ?? Text("–"))",
        StyledText(found, measure.bevindingen.isEmpty ? nil : .warning))
    }
    return table
  }

  private func dag(_ due: CalendarDate?, _ done: ImpreciseDate?) -> Text {
    if let done { return Text(nl: "gedaan: ", en: "done: ") + done.text }
    return due.map { Text(nl: "uiterlijk ", en: "by ") + $0.text } ?? Text(nl: "geen datum", en: "no date")
  }
}

extension Standbeeld {
  /// That the demands are those of a letter to another organisation, when they are.
  var herkomst: Text? { briefAan.map { boom.herkomst(briefAan: $0) } }
}

extension Eisenboom {
  /// That it was read from the letter to another organisation.
  func herkomst(briefAan other: String) -> Text {
    Text(
      nl: "boom \(id) is gelezen uit de brief aan \(other): plaatsen zijn van die brief",
      en: "tree \(id) was read from the letter to \(other): places are of that letter")
  }
}

extension Stand {
  /// How it is coloured on a terminal.
  var style: Style? {
    switch self {
    case .aangetoond: .good
    case .stukAanwezig, .gedeeltelijk, .alternatief: .warning
    case .nietAangetoond: .bad
    case .nietVanToepassing: .faint
    }
  }
}
