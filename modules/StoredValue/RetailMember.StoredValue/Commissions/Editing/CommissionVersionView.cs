using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>A wording of the commission rules as head office reads it.</summary>
/// <param name="Runs">What its examples come to.</param>
/// <param name="EffectiveFrom">UTC; left out: a draft.</param>
/// <param name="EditedAt">UTC.</param>
internal sealed record CommissionVersionView(
    int Version,
    CommissionVersionState State,
    CommissionTerms Terms,
    IReadOnlyList<CommissionExampleRun> Runs,
    DateTime? EffectiveFrom,
    string EditedBy,
    DateTime EditedAt)
{
    /// <param name="version">The row.</param>
    /// <param name="now">UTC.</param>
    /// <param name="inForce">The version that decides now; null: none does.</param>
    public static CommissionVersionView Of(CommissionVersion version, DateTime now, int? inForce)
    {
        var terms = CommissionShelf.TermsOf(version.Terms);
        var state = version.EffectiveFrom switch
        {
            null => CommissionVersionState.Draft,
            { } from when from > now => CommissionVersionState.ToCome,
            _ => version.Number == inForce ? CommissionVersionState.InForce : CommissionVersionState.Replaced,
        };
        return new CommissionVersionView(
            version.Number, state, terms, CommissionExampleRun.Of(terms), version.EffectiveFrom, version.EditedBy, version.EditedAt);
    }
}

internal enum CommissionVersionState
{
    Draft,
    ToCome,
    InForce,
    Replaced,
}
