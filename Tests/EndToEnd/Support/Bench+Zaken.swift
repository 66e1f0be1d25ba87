import TestBench

extension Bench {
  /// Adopts procedures that come with the program, long ago, as part of a rule that is adopted too.
  func adopt(_ procedures: String...) throws {
    try write("De klachtregeling.\n", to: "klachtregeling.txt")
    try type(
      "beleid ontwerp klachtregeling.txt --kenmerk klachtregeling --soort regeling --instemming onbekend --titel Klachtregeling --op {-8000}",
      als: "secretariaat"
    ).orThrow()
    let history = "--historisch --bron Personeelshandboek"
    try type("beleid stel-vast klachtregeling@1 \(history) --op {-7900}", als: "secretariaat").orThrow()
    for procedure in procedures {
      try type(
        "procedure stel-vast \(procedure) --regeling klachtregeling@1 \(history) --op {-7800}", als: "secretariaat"
      ).orThrow()
    }
  }
}
