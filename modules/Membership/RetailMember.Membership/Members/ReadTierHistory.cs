using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Members;

/// <summary>Every step up and down of a member, newest first, with what caused it.</summary>
[Needs(MembershipPermissions.ViewMembers)]
internal sealed class ReadTierHistory(MembershipDb db, MemberDesk desk, ProgrammeShelf shelf, ITexts texts)
    : Query<ReadTierHistory.Input, ReadTierHistory.Result>
{
    private const int MostSteps = 200;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = await desk.IdAsync(call, input.Member, cancel);
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        var changes = await db.TierChanges.AsNoTracking().Where(c => c.MemberId == member)
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Take(MostSteps).ToListAsync(cancel);
        return new Result([.. changes.Select(c => new Step(
            c.At, c.On, Name(c.From), Name(c.To), IsUp(c), c.Reason, c.ProgrammeVersion))]);

        TierName Name(string code) => TierName.Of(code, programme, texts.Language);
        bool IsUp(TierChange c) => StepOf(c.To) > StepOf(c.From);
        int StepOf(string code) => programme?.Ladder.Find(code)?.Step ?? 0;
    }

    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Step> Steps);

    /// <param name="At">UTC.</param>
    /// <param name="On">The business day from which it holds.</param>
    internal sealed record Step(
        DateTime At, DateOnly On, TierName From, TierName To, bool IsUp, TierChangeReason Reason, int ProgrammeVersion);
}
