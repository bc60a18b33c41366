using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;

namespace RetailMember.StoredValue.Commissions;

/// <summary>The versions of the brand's commission rules; before it has any: one per cent of what was paid.</summary>
internal sealed class CommissionRuleBook(StoredValueDb db) : RuleBook<CommissionTerms>(db, new CommissionTerms());
