namespace RetailMember.Membership;

/// <summary>
/// A module of the core says to whose account the points of a receipt go where they do not go to the buyer's. Price,
/// tier, growth and spend stay the buyer's own, and so do points that are no receipt's. It is asked inside the receipt's
/// transaction, for a quote as for good, only where the module is on for the brand and store, and only looks; of several
/// modules the one whose name comes first has the say. Whom it names has to be an active member of the brand, otherwise the
/// buyer earns himself. Where it fails the receipt fails with it and may be sent again: points must not go to the wrong
/// account because a question stayed unanswered. That is why it is no seam of plug-ins. Refunds take back where the receipt has
/// credited, whatever was agreed since.
/// </summary>
public interface IPointsEarner
{
    /// <summary>The module that knows it.</summary>
    string Module { get; }

    /// <summary>Who earns for each of these buyers; whoever earns for himself is absent.</summary>
    ValueTask<IReadOnlyDictionary<Guid, Guid>> OfAsync(IReadOnlyCollection<Guid> buyers, CancellationToken cancel);
}
