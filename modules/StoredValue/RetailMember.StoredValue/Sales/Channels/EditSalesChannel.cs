using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.StoredValue.Data;
using RetailMember.StoredValue.Sales.Data;
using RetailMember.StoredValue.Targets;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Sales.Channels;

/// <summary>
/// Adds a sales channel, calls one by another name, or closes it: what it has sold stays its own, and nothing new names it.
/// Where holders' orders on the phone are its, they are no other channel's any more.
/// </summary>
[Needs(SalesPermissions.EditTargets)]
internal sealed class EditSalesChannel(StoredValueDb db, TargetBook plans) : UseCase<EditSalesChannel.Input, SalesChannelView>
{
    /// <summary>Every form offers all of them.</summary>
    public const int Most = 50;

    protected override async Task<SalesChannelView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        await plans.HoldAsync(call, cancel);
        var all = await db.SalesChannels.ToListAsync(cancel);
        var channel = all.Find(c => c.Code == input.SalesChannel);
        if (channel is null)
        {
            if (all.Count >= Most) throw new Refusal("storedvalue.too-many-channels", RefusalKind.Conflict, ("most", Most));
            channel = new SalesChannel
            {
                BrandId = call.RequiredBrand.Id, Code = input.SalesChannel, NameZh = "", NameEn = "", EditedBy = call.Caller.Name,
            };
            db.SalesChannels.Add(channel);
        }

        if (input.TakesOnline)
            foreach (var other in all) other.TakesOnline = false;
        (channel.NameZh, channel.NameEn) = (input.Name.ZhHans, input.Name.En);
        (channel.Closed, channel.TakesOnline) = (input.Closed, input.TakesOnline);
        (channel.EditedBy, channel.EditedAt) = (call.Caller.Name, call.At);
        return SalesChannelView.Of(channel);
    }

    /// <param name="SalesChannel">Its code.</param>
    internal sealed record Input(string SalesChannel, LocalName Name) : IInput<SalesChannelView>
    {
        public bool Closed { get; init; }

        /// <summary>What holders order on their phones is its.</summary>
        public bool TakesOnline { get; init; }
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.SalesChannel).IsCode();
            RuleFor(i => i.Name).NotNull().SetValidator(new LocalNameRules());
            RuleFor(i => i.TakesOnline).Equal(false).When(i => i.Closed).WithErrorCode("storedvalue.closed-channel-takes-nothing");
        }
    }
}
