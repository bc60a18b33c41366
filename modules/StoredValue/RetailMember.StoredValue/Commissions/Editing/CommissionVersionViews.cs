using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Data;
using RetailMember.StoredValue.Commissions.Rules;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>Says wordings of the commission rules as head office reads them.</summary>
internal static class CommissionVersionViews
{
    /// <param name="version">The row.</param>
    /// <param name="now">UTC.</param>
    /// <param name="inForce">The version that decides now; 0: the usual rules do.</param>
    public static RulesView<CommissionTerms> ViewOf(this CommissionVersion version, DateTime now, int inForce)
    {
        var terms = CommissionShelf.TermsOf(version.Terms);
        var state = version.EffectiveFrom switch
        {
            null => RulesState.Draft,
            { } from when from > now => RulesState.ToCome,
            _ => version.Number == inForce ? RulesState.InForce : RulesState.Replaced,
        };
        return new RulesView<CommissionTerms>(
            terms, version.Number, state, terms.RunExamples(), version.EffectiveFrom, version.EditedBy, version.EditedAt);
    }

    /// <summary>What holds before the brand has rules of its own.</summary>
    public static RulesView<CommissionTerms> Usual(int inForce)
    {
        var (number, terms) = CommissionShelf.Usual;
        return new RulesView<CommissionTerms>(
            terms, number, inForce == number ? RulesState.InForce : RulesState.Replaced, terms.RunExamples(), null, null, null);
    }
}
