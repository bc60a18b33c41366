namespace RetailMember.Membership;

/// <summary>
/// A means of payment other than money that a module settles: a voucher, points, a stored-value card. Works for the
/// session's current brand, inside the receipts' own transaction: what the caller rolls back never happened. A call has
/// all receipts of a batch, each member at most once, and answers each on its own, in the order given, with a handful of
/// statements however many they are. A refused receipt leaves nothing written. Declared with
/// <see cref="TenderKinds.AddTender{TTender}"/>.
/// </summary>
public interface ITender
{
    /// <summary>What it would pay, nothing written. Refuses as <see cref="SettleAsync"/> does.</summary>
    Task<IReadOnlyList<TenderOutcome>> QuoteAsync(IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel);

    /// <summary>
    /// Pays its part of receipts for good. An amount that was asked for and cannot be had is refused, never made smaller.
    /// </summary>
    Task<IReadOnlyList<TenderOutcome>> SettleAsync(IReadOnlyList<TenderReceipt> receipts, CancellationToken cancel);

    /// <summary>Gives back, after a refund, what was paid. Throws a refusal where it cannot.</summary>
    Task<IReadOnlyList<TenderReturned>> GiveBackAsync(IReadOnlyList<TenderReturn> returns, CancellationToken cancel);

    /// <summary>What people call them in this language, by <see cref="TenderUse.Name"/>; those that it knows a word for.</summary>
    /// <param name="language">Such as <c>zh-Hans</c>.</param>
    Task<IReadOnlyDictionary<string, string>> TitlesAsync(
        IReadOnlyCollection<string> names, string language, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());
}
