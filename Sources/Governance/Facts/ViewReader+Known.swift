import Ledger

extension ViewReader {
  /// Every fact of these types as it stood when the log had so many events, in the order of the log: without what was
  /// recorded later, and without what a later correction changed or took away.
  ///
  /// What was withdrawn by then is among them and does not count. It reads the whole register of these types.
  /// - Parameters:
  ///   - types: The types, those of their corrections included.
  ///   - size: How many events the log had.
  public func facts(of types: [any EventDefinition.Type], knownAt size: UInt64) throws -> [Fact] {
    var facts: [Fact] = []
    var places: [EventID: Int] = [:]
    try forEachFact(of: types) { fact in
      guard fact.position < size else { return }
      if let mistaken = fact[Correction.event] {
        // A correction reaches only its own stream.
        guard let place = places[mistaken], facts[place].stream == fact.stream else { return }
        facts[place] = facts[place].corrected(by: fact)
      } else {
        places[fact.id] = facts.count
        facts.append(fact.asRecorded)
      }
    }
    return facts
  }
}

extension Fact {
  /// As the event said it, before any correction.
  fileprivate var asRecorded: Fact { with(effective: recordedEffective, correctedBy: nil, isWithdrawn: false) }

  fileprivate func corrected(by correction: Fact) -> Fact {
    let date = correction[Correction.date]
    return with(effective: date ?? effective, correctedBy: correction.position, isWithdrawn: date == nil)
  }

  private func with(effective: ImpreciseDate, correctedBy: UInt64?, isWithdrawn: Bool) -> Fact {
    Fact(
      position: position, id: id, stream: stream, type: type, effective: effective,
      recordedEffective: recordedEffective, signedAt: signedAt, recordedAt: recordedAt, signer: signer, values: values,
      correctedBy: correctedBy, isWithdrawn: isWithdrawn)
  }
}
