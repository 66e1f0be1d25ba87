import Ledger

/// What the kernel itself brings along: erasure, admission to a stream's circle, and time.
struct Kernel: Plugin {
  var name: String { "Governance" }
  var events: [EventType] {
    [
      StukkenVernietigd.type, VernietigingVerzocht.type, ToegangVerleend.type, ToegangIngetrokken.type,
      InzendingOntvangen.type,
      KlokHersteld.type, KlokherstelBevestigd.type,
    ]
  }
  var rules: [Rule] { ErasureRules.all + CircleRules.all }
  var projections: [any Projection] { [ErasureView()] }
}
