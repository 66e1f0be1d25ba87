import Governance
import Ledger

/// How a case stands after some of its entries: what counts of it, and who belongs to it.
struct Zaakstand: Sendable {
  /// The version of the procedure that governs now.
  var procedure: Procedure
  /// In the order of the log, also those that were corrected.
  var feiten: [Zaakfeit] = []
  var leden: [Lid] = []

  /// Adds what was left out of an entry; what it says stays as it was.
  mutating func vulAan(_ nummer: Int64, _ velden: Veldwaarden, _ verborgen: [[String]]) {
    guard let index = feiten.firstIndex(where: { $0.nummer == nummer }) else { return }
    feiten[index].velden.merge(velden) { first, _ in first }
    feiten[index].verborgen += verborgen.filter { !feiten[index].verborgen.contains($0) }
  }

  /// How it stood on a day, by what is known now; its members are those of now.
  func zoals(op dag: CalendarDate) -> Zaakstand {
    var stand = self
    stand.feiten = feiten.filter { $0.op.isAfter(dag) != .yes }
    stand.procedure = stand.feiten.last?.procedure ?? feiten.first?.procedure ?? procedure
    return stand
  }

  /// The steps that were taken and count, in the order of the log.
  var stappen: [Zaakfeit] { feiten.filter { $0.telt && $0.gebeurtenis.stap != nil } }

  /// The functions of a key.
  func functies(_ key: Thumbprint) -> Set<String> { Set(leden.filter { $0.sleutel == key }.map(\.functie)) }

  /// Where each track stands; a track that was not opened, or of which this reader may not see it, is left out.
  var toestanden: [String: Toestand] { gang.toestanden }

  /// The tracks of which this reader may not see where the last step led, because that is what it says.
  var verborgen: Set<String> { gang.verborgen }

  private var gang: (toestanden: [String: Toestand], verborgen: Set<String>) {
    var (toestanden, verborgen): ([String: Toestand], Set<String>) = ([:], [])
    // Where each track stood before it ended: a case that is opened again goes on from there.
    var eerder: [String: Toestand] = [:]
    for feit in feiten where feit.telt {
      if case .overgestapt = feit.gebeurtenis {
        // A state is found again by its name; nobody changes over to a version that does not have it.
        toestanden = toestanden.compactMapValues { feit.procedure.toestand($0.id) }
        eerder = eerder.compactMapValues { feit.procedure.toestand($0.id) }
      }
      if case .heropend = feit.gebeurtenis {
        // Every track had ended, also one of which this reader may not see where.
        for (spoor, before) in eerder where toestanden[spoor]?.isEind == true || verborgen.contains(spoor) {
          toestanden[spoor] = before
          verborgen.remove(spoor)
        }
      }
      guard let stap = feit.stap else { continue }
      if let naar = Self.naar(stap, feit.velden).flatMap({ feit.procedure.toestand($0) }) {
        if let before = toestanden[naar.spoor], !before.isEind { eerder[naar.spoor] = before }
        toestanden[naar.spoor] = naar
        verborgen.remove(naar.spoor)
      } else if case .per = stap.naar {
        if let before = toestanden[feit.procedure.spoor(stap)], !before.isEind {
          eerder[feit.procedure.spoor(stap)] = before
        }
        toestanden[feit.procedure.spoor(stap)] = nil
        verborgen.insert(feit.procedure.spoor(stap))
      }
    }
    return (toestanden, verborgen)
  }

  /// Where a step leads, with what is recorded of it; nil when the state stays.
  static func naar(_ stap: Stap, _ velden: Veldwaarden) -> String? {
    switch stap.naar {
    case .blijft: nil
    case .toestand(let id): id
    case .per(let veld, let ids): velden[veld]?.first.flatMap { ids[$0] }
    }
  }

  /// Whether nothing is left to be done: every track that was opened has ended.
  var isTenEinde: Bool {
    let (toestanden, verborgen) = gang
    return verborgen.isEmpty && toestanden[Toestand.hoofdspoor] != nil && toestanden.values.allSatisfy(\.isEind)
  }

  /// Whether it was closed, and not opened again since.
  var isGesloten: Bool {
    feiten.last { feit in
      guard feit.telt else { return false }
      switch feit.gebeurtenis {
      case .gesloten, .heropend: return true
      default: return false
      }
    }.map { $0.gebeurtenis == .gesloten } ?? false
  }

  /// Why nothing of it may be destroyed; nil when nothing holds it.
  var tegengehouden: String? {
    let last = feiten.last { feit in
      guard feit.telt else { return false }
      switch feit.gebeurtenis {
      case .gehouden, .losgelaten: return true
      default: return false
      }
    }
    if case .gehouden(let grond)? = last?.gebeurtenis { return grond }
    return nil
  }

  /// Whether someone who leads such cases belongs to it, with a key that was not revoked before a position.
  func isGeleid(_ registry: KeyRegistry, op position: UInt64 = .max) -> Bool {
    leden.contains { lid in
      guard procedure.leiders.contains(lid.functie), let key = registry.keys[lid.sleutel] else { return false }
      return key.revoked.map { $0.at >= position } ?? true
    }
  }
}

extension Procedure {
  /// The functions that lead its cases: those that open them.
  var leiders: Set<String> { Set(openingen.flatMap { tekenaars($0) }.map(\.id)) }
}
