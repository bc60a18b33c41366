namespace RetailMember.UseCases;

/// <summary>
/// The connection was lost while the transaction was being committed: it may hold or not, and the server did not say.
/// A command with a key may be tried again, because the key tells whether it was done; one without may not.
/// </summary>
internal sealed class CommitInDoubt(Exception fault)
    : Exception("The connection was lost at the commit; whether it holds is not known.", fault);
