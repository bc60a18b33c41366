using FluentValidation;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Settings;
using RetailMember.UseCases;

namespace RetailMember.Membership.Points;

/// <summary>
/// Corrects a member's points with a reason. Above the brand's limit, for one member, person and day together, it waits
/// for a second person.
/// </summary>
[Needs(MembershipPermissions.AdjustPoints)]
internal sealed class AdjustPoints(MembershipDb db, MemberDesk desk, AdjustmentBook book, ISettings settings)
    : UseCase<AdjustPoints.Input, AdjustPoints.Result>
{
    public const string LimitSetting = "Membership.AdjustmentLimit";

    private const long MostPoints = 10_000_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        // Locked, so that two corrections at once cannot both slip under the limit.
        var member = await desk.LockAsync(call, input.Member, cancel);
        AdjustmentBook.RequireActive(member);
        var total = await book.SumOfDayAsync(member.Id, call, cancel) + Math.Abs(input.Points);
        var posts = total <= settings.WholeNumber(LimitSetting, member.BrandId);
        var adjustment = Make(input, member, call, posts ? AdjustmentStatus.Posted : AdjustmentStatus.Requested);
        db.Adjustments.Add(adjustment);
        long? balance = posts ? await book.PostAsync(adjustment, member, call, cancel) : null;
        return new Result(adjustment.Id, member.MemberNo, adjustment.Status, balance);
    }

    private static Adjustment Make(Input input, Member member, CallContext call, AdjustmentStatus status) => new()
    {
        Id = Guid.CreateVersion7(),
        BrandId = member.BrandId,
        MemberId = member.Id,
        Points = input.Points,
        Reason = input.Reason,
        Note = input.Note,
        Status = status,
        RequestedBy = call.Caller.Name,
        RequestedById = call.Caller.Id,
        RequestedAt = call.At,
    };

    internal sealed record Input : IInput<Result>, IKeyed
    {
        /// <summary>Drawn by whoever asks; the same key adjusts once.</summary>
        public required string Key { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Signed, not 0.</summary>
        public required long Points { get; init; }

        /// <summary>One of <see cref="AdjustmentReasons"/>.</summary>
        public required string Reason { get; init; }

        public string? Note { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="PointsBalance">Pending points included; absent while it waits for approval.</param>
    internal sealed record Result(Guid Adjustment, string MemberNo, AdjustmentStatus Status, long? PointsBalance) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Points).NotEqual(0).InclusiveBetween(-MostPoints, MostPoints);
            RuleFor(i => i.Reason).Must(AdjustmentReasons.All.Contains).WithErrorCode("membership.unknown-reason");
            RuleFor(i => i.Note).MaximumLength(200);
        }
    }
}
