import Governance
import RuleFiles

extension Nakijken {
  func termijnen() {
    for termijn in procedure.termijnen { self.termijn(termijn, ["termijnen", termijn.id]) }
    for stap in procedure.stappen {
      volgorde(procedure.termijnen.filter { $0.gehaald.contains { $0.stap == stap.id } }, stap)
    }
  }

  private func termijn(_ termijn: Termijn, _ pad: [String]) {
    let dates: Set<Veld.Soort> = [.datum, .moment]
    if case .momenten(let momenten) = termijn.begin { for moment in momenten { kent(moment, dates, pad + ["begint"]) } }
    if case .einde(let other) = termijn.begin { kent(termijn: other, pad + ["begint"]) }
    if let other = termijn.beginAnders { kent(termijn: other, pad + ["beginAnders"]) }
    if case .tot(let moment) = termijn.duur { kent(moment, dates, pad + ["tot"]) }
    for (index, moment) in termijn.gehaald.enumerated() { kent(moment, dates, pad + ["gehaald", String(index)]) }
    kent(stappen: termijn.vervalt, pad + ["vervalt"])
    if let elk = termijn.voorElk { voorElk(elk, termijn, pad + ["voorElk"]) }
    if let alleen = termijn.alleen { kent(alleen, in: nil, pad + ["alleen"]) }
    for (index, item) in termijn.verlenging.enumerated() { verlenging(item, pad + ["verlenging", String(index)]) }
    for item in termijn.opschorting { opschorting(item, pad + ["opschorting", item.id]) }
    if termijn.gemist.betekenis.isEmpty,
      !verslag.fouten.contains(where: { $0.plaats == verslag.plaatsen[pad + ["gemist"]] })
    {
      fout(
        .zonderGevolg, pad,
        Text(
          nl: "\(termijn.id) zegt niet wat het betekent dat hij wordt gemist",
          en: "\(termijn.id) does not say what missing it means"),
        verwacht: Text(nl: "gemist: gevolg en betekenis", en: "gemist: gevolg and betekenis"))
    }
    kring(termijn, pad)
    loop(termijn, pad)
  }

  /// Every step that meets a term which is asked for each says for whom.
  private func voorElk(_ elk: Termijn.VoorElk, _ termijn: Termijn, _ pad: [String]) {
    for moment in termijn.gehaald where procedure.stap(moment.stap) != nil {
      kent(.veld(Moment("\(moment.stap).\(elk.veld)"), is: elk.codes), in: nil, pad)
    }
  }

  /// A term can be met, and only once it has started.
  private func loop(_ termijn: Termijn, _ pad: [String]) {
    let steps = termijn.gehaald.compactMap { procedure.stap($0.stap) }
    guard steps.count == termijn.gehaald.count else { return }
    if !steps.contains(where: gang.isMogelijk) {
      return fout(
        .termijnNooitGehaald, pad + ["gehaald"],
        Text(nl: "geen stap kan \(termijn.id) halen", en: "no step can meet \(termijn.id)"),
        verwacht: Text(nl: "gehaald: een stap die kan worden gezet", en: "gehaald: a step that can be taken"))
    }
    guard case .momenten(let momenten) = termijn.begin else { return }
    let starts = momenten.filter { procedure.stap($0.stap) != nil }
    guard starts.count == momenten.count else { return }
    let canFollow = starts.contains { start in
      guard let begin = procedure.stap(start.stap) else { return false }
      return steps.contains { $0.id == begin.id ? start.veld != nil : gang.kan($0, na: begin) }
    }
    if !canFollow {
      fout(
        .termijnVoorBegin, pad + ["gehaald"],
        Text(
          nl: "\(termijn.id) wordt gehaald voordat hij kan beginnen", en: "\(termijn.id) is met before it can start"),
        verwacht: Text(
          nl: "een stap die na \(starts.map(\.text).joined(separator: " of ")) kan komen",
          en: "a step that can come after \(starts.map(\.text).joined(separator: " or "))"))
    }
  }

  /// A term that starts at the end of another does not wait for itself.
  private func kring(_ termijn: Termijn, _ pad: [String]) {
    var seen: Set<String> = [termijn.id]
    var next = termijn
    while true {
      let other: String? = if case .einde(let id) = next.begin { id } else { next.beginAnders }
      guard let other, let found = procedure.termijn(other) else { return }
      guard seen.insert(found.id).inserted else {
        return fout(
          .termijnInKring, pad,
          Text(nl: "\(termijn.id) begint aan zijn eigen einde", en: "\(termijn.id) starts at its own end"),
          verwacht: Text(nl: "een begin buiten de kring", en: "a start outside the circle"))
      }
      next = found
    }
  }

  /// Of the terms that one step meets, it is said which comes first.
  private func volgorde(_ termijnen: [Termijn], _ stap: Stap) {
    guard termijnen.count > 1 else { return }
    var ranks: Set<Int> = []
    for termijn in termijnen where termijn.rang.map({ !ranks.insert($0).inserted }) ?? true {
      let others = termijnen.filter { $0.id != termijn.id }.map(\.id).joined(separator: ", ")
      fout(
        .zonderVolgorde, ["termijnen", termijn.id],
        Text(
          nl: "\(stap.id) haalt zowel \(termijn.id) als \(others), zonder volgorde",
          en: "\(stap.id) meets \(termijn.id) as well as \(others), without an order"),
        verwacht: Text(nl: "rang: een eigen getal, 1 voor de eerste", en: "rang: a number of its own, 1 for the first"))
    }
  }

  private func verlenging(_ item: Verlenging, _ pad: [String]) {
    kent(stappen: [item.stap], pad + ["stap"])
    guard let stap = procedure.stap(item.stap) else { return }
    if let als = item.als { kent(als, in: stap, pad + ["als"]) }
    switch item.met {
    case .vast: break
    case .hoogstens(_, let veld), .veld(let veld):
      if !veld.isEmpty { kent(veld: veld, [.duur], in: stap, pad + ["veld"]) }
    case .tot(let veld): kent(veld: veld, [.datum], in: stap, pad + ["tot"])
    }
  }

  private func opschorting(_ item: Opschortingsgrond, _ pad: [String]) {
    let known = Bron(item.artikel)
    if case .wet? = known {
    } else {
      fout(
        .opschortingZonderArtikel, pad,
        Text(nl: "de opschorting «\(item.id)» noemt geen artikel", en: "the suspension “\(item.id)” names no article"),
        verwacht: Text(
          nl: "artikel: de wet die haar geeft, zoals Awb 7:10 lid 2",
          en: "artikel: the law that gives it, such as Awb 7:10 lid 2"))
    }
    kent(stappen: [item.stap], pad + ["stap"])
    kent(deelnemers: item.mededeling, pad + ["mededeling"])
    for (index, moment) in item.eindigt.enumerated() {
      kent(moment, [.datum, .moment], pad + ["eindigt", String(index)])
    }
    if let veld = item.uiterlijk, let stap = procedure.stap(item.stap) {
      kent(veld: veld, [.datum], in: stap, pad + ["uiterlijk"])
    }
    let steps = item.eindigt.compactMap { procedure.stap($0.stap) }
    let begin = procedure.stap(item.stap)
    let canEnd = item.uiterlijk != nil || steps.contains { step in begin.map { gang.kan(step, na: $0) } ?? true }
    if !canEnd, steps.count == item.eindigt.count {
      fout(
        .opschortingZonderEinde, pad,
        Text(nl: "de opschorting «\(item.id)» eindigt niet", en: "the suspension “\(item.id)” does not end"),
        verwacht: Text(
          nl: "eindigt: een stap die erna kan komen, of uiterlijk: een datum",
          en: "eindigt: a step that can follow, or uiterlijk: a date"))
    }
  }
}
