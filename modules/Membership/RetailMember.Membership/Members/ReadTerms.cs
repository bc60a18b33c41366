using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Members;

/// <summary>
/// On which terms the brand takes members today: its tiers, the fields of the member file, and the entry condition, as
/// forms and filters need them.
/// </summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class ReadTerms(MembershipDb db, ProgrammeShelf shelf, ITexts texts) : Query<ReadTerms.Input, ReadTerms.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        if (programme is null) return new Result([], [], null);
        var document = programme.Document;
        return new Result(
            [.. programme.Ladder.Tiers.Select(t => new TierName(t.Code, t.Name.In(texts.Language)))],
            [.. document.MemberFields.Select(f => new Field(f.Code, f.Name.In(texts.Language), f.Kind, f.Required, f.Choices))],
            new Entry(document.Enrolment.Kind, new Money(document.Enrolment.AmountFen), document.Enrolment.Review));
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Tiers">Lowest first.</param>
    /// <param name="Entry">Absent while the brand has no programme in force, and takes nobody.</param>
    internal sealed record Result(IReadOnlyList<TierName> Ladder, IReadOnlyList<Field> DeclaredFields, Entry? Entry);

    internal sealed record Field(string Code, string Name, MemberFieldKind Kind, bool Required, IReadOnlyList<string> Choices);

    /// <param name="Amount">Yuan: the purchase that must be reached, or the fee.</param>
    /// <param name="Review">Staff decide on each application.</param>
    internal sealed record Entry(EnrolmentKind Kind, Money Amount, bool Reviewed);
}
