using FluentValidation;
using RetailMember.Apparel.Data;
using RetailMember.Apparel.Rules;
using RetailMember.Apparel.Rules.Editing;
using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Tasks;

/// <summary>A member asks for a service that his tier has, such as an alteration.</summary>
[Needs(ApparelPermissions.WorkTasks)]
internal sealed class AddTask(TaskDesk desk, ApparelRules rules, IMemberFiles files, IMemberCards cards)
    : UseCase<AddTask.Input, AddTask.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var member = (await files.OneAsync(input.Member, cancel)).RequireActive();
        var today = call.RequiredBrand.DateOf(call.At);
        var service = (await rules.NowAsync(cancel)).On(ServiceTrigger.ByHand)
            .FirstOrDefault(s => s.Code == input.Service)
            ?? throw new Refusal("apparel.service-unknown", RefusalKind.NotFound, ("service", input.Service));
        if ((await cards.EndedAsync([member.Id], call.At, cancel)).Count > 0) throw MemberRefusals.CardEnded(member.MemberNo);
        if (!service.IsFor(member.Tier))
            throw new Refusal("apparel.service-not-his", RefusalKind.Conflict, ("service", input.Service),
                ("tier", member.Tier));
        await desk.RaiseAsync(
            [
                new TaskReason(
                    service, member.Id, call.Store?.Id, today, $"{TaskReason.ByHand}:{call.Store?.Id}:{input.Key}",
                        input.Wish?.Trim()),
            ],
            today, cancel);
        return new Result(member.MemberNo, service.DueOn(today));
    }

    internal sealed record Input : IInput<Result>, IKeyed, IAtStore
    {
        /// <summary>Drawn by whoever asks; the same key asks once.</summary>
        public required string Key { get; init; }

        public required string StoreCode { get; init; }

        [Personal]
        public required string Member { get; init; }

        /// <summary>Code of the service.</summary>
        public required string Service { get; init; }

        /// <summary>What is to be done.</summary>
        [Personal]
        public string? Wish { get; init; }

        string IKeyed.BusinessKey => Key;
    }

    /// <param name="DueOn">Last business day on which it is in time.</param>
    internal sealed record Result(string MemberNo, DateOnly DueOn) : IAbout
    {
        string IAbout.About => MemberNo;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Key).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Service).NotEmpty().MaximumLength(64);
            RuleFor(i => i.Wish).MaximumLength(ApparelDb.NoteLength);
        }
    }
}
