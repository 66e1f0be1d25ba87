import Governance
import RuleFiles

/// Checks what a procedure says: every fault, with its place.
///
/// Works on a procedure of which parts may be missing, so that what is wrong with its form hides nothing else.
struct Nakijken {
  let procedure: Procedure
  let verslag: Verslag
  let gang: Gang

  init(_ procedure: Procedure, _ verslag: Verslag) {
    self.procedure = procedure
    self.verslag = verslag
    gang = Gang(procedure)
  }

  func alles() {
    bronnen()
    deelnemers()
    toestanden()
    procedure.stappen.forEach { stap($0) }
    termijnen()
    routes()
    bewaring()
    rapportages()
    start()
  }

  func fout(_ soort: Fout.Soort, _ pad: [String], _ gevonden: Text, verwacht: Text? = nil) {
    verslag.fout(soort, verslag.plaatsen[pad], gevonden, verwacht: verwacht)
  }

  /// Tells that a name means nothing here, with the one that may be meant.
  func onbekend(_ soort: Fout.Soort, _ pad: [String], _ wat: Text, _ naam: String, bekend: [String]) {
    // What could not be read has been told already.
    guard !naam.isEmpty else { return }
    let expected =
      Nearest.text(naam, among: bekend)
      ?? Text(
        nl: bekend.isEmpty ? "er is er geen" : "een van: \(bekend.joined(separator: ", "))",
        en: bekend.isEmpty ? "there is none" : "one of: \(bekend.joined(separator: ", "))")
    fout(soort, pad, wat + Text(nl: " «\(naam)» bestaat niet", en: " “\(naam)” does not exist"), verwacht: expected)
  }

  func kent(deelnemers namen: [String], _ pad: [String]) {
    for (index, naam) in namen.enumerated() where procedure.deelnemer(naam) == nil {
      onbekend(
        .onbekendeDeelnemer, pad + [String(index)], Text(nl: "de deelnemer", en: "the participant"), naam,
        bekend: procedure.deelnemers.map(\.id))
    }
  }

  func kent(stappen namen: [String], _ pad: [String]) {
    for (index, naam) in namen.enumerated() where procedure.stap(naam) == nil {
      onbekend(
        .onbekendeStap, pad + [String(index)], Text(nl: "de stap", en: "the step"), naam,
        bekend: procedure.stappen.map(\.id))
    }
  }

  func kent(toestanden namen: [String], _ pad: [String]) {
    for (index, naam) in namen.enumerated() where procedure.toestand(naam) == nil {
      onbekend(
        .onbekendeToestand, pad + [String(index)], Text(nl: "de toestand", en: "the state"), naam,
        bekend: procedure.toestanden.map(\.id))
    }
  }

  func kent(termijn naam: String, _ pad: [String]) {
    if procedure.termijn(naam) == nil {
      onbekend(
        .onbekendeTermijn, pad, Text(nl: "de termijn", en: "the term"), naam, bekend: procedure.termijnen.map(\.id))
    }
  }

  /// A moment: its step, and its field of one of these kinds.
  func kent(_ moment: Moment, _ soorten: Set<Veld.Soort>, _ pad: [String]) {
    guard let stap = procedure.stap(moment.stap) else {
      return onbekend(
        .onbekendeStap, pad, Text(nl: "de stap", en: "the step"), moment.stap, bekend: procedure.stappen.map(\.id))
    }
    if let veld = moment.veld { kent(veld: veld, soorten, in: stap, pad) }
  }

  func kent(veld naam: String, _ soorten: Set<Veld.Soort>, in stap: Stap, _ pad: [String]) {
    guard let veld = stap.veld(naam) else {
      return onbekend(
        .onbekendVeld, pad, Text(nl: "in \(stap.id) het veld", en: "in \(stap.id) the field"), naam,
        bekend: stap.velden.map(\.id))
    }
    guard !soorten.contains(veld.soort) else { return }
    let kinds = soorten.map(\.rawValue).sorted().joined(separator: ", ")
    fout(
      .onbekendVeld, pad,
      Text(
        nl: "het veld \(stap.id).\(naam) van soort \(veld.soort)",
        en: "the field \(stap.id).\(naam) of soort \(veld.soort)"),
      verwacht: Text(nl: "een veld van soort \(kinds)", en: "a field of soort \(kinds)"))
  }

  /// A condition: the field it asks for and the codes it compares with.
  func kent(_ als: Voorwaarde, in stap: Stap?, _ pad: [String]) {
    switch als {
    case .veld(let moment, let codes):
      kent(moment, [.keuze, .jaNee], pad)
      guard let veld = moment.veld.flatMap({ procedure.stap(moment.stap)?.veld($0) }) else { return }
      let known = veld.soort == .jaNee ? ["ja", "nee"] : veld.waarden
      for code in codes where !known.contains(code) {
        onbekend(.onbekendeWaarde, pad, Text(nl: "de waarde", en: "the value"), code, bekend: known)
      }
    case .later(let veld, _, let moment):
      if let stap { kent(veld: veld, [.datum, .moment], in: stap, pad) }
      kent(moment, [.datum, .moment], pad)
    }
  }
}
