using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.HandOver;
using RetailMember.Marketing.OptOuts;
using RetailMember.Marketing.WeChat;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Direct.TestAddresses;

/// <summary>
/// Puts an address of the house's own people on the list of those to which trials may go; not one of somebody who wants no
/// more commercial messages.
/// </summary>
[Needs(MarketingRights.EditTestAddresses)]
internal sealed class AddTestAddress(IRows rows, RecipientBook recipients, OptOutBook optOuts, IMemberAccounts accounts)
    : UseCase<AddTestAddress.Input, TestAddressView>
{
    protected override async Task<TestAddressView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var address = AddressOf(input) ?? throw Refusal.Invalid("address", "marketing.no-such-address");
        if (await optOuts.HasLeftAsync(address, cancel)) throw Refusal.Invalid("address", "marketing.test-address-opted-out");
        var added = new TestAddress
        {
            BrandId = call.RequiredBrand.Id, Channel = input.Channel, Name = input.Name, Address = address,
            RecipientId = recipients.IdOf(address), AddedBy = call.Caller.Name, AddedAt = call.At,
        };
        return await rows.InsertMissingAsync([added], cancel) == 1
            ? TestAddressView.Of(added)
            : throw new Refusal("marketing.test-address-known", RefusalKind.Conflict);
    }

    private string? AddressOf(Input input) => input.Channel switch
    {
        MessageChannel.Sms => accounts.MobileOf(input.Address),
        MessageChannel.WeChat => OpenIdRules.IsOpenId(input.Address) ? input.Address : null,
        _ => System.Net.Mail.MailAddress.TryCreate(input.Address, out var mail) ? mail.Address : null,
    };

    /// <param name="Name">Whose it is.</param>
    /// <param name="Address">A mobile, an e-mail address or a name in WeChat, as the channel has it.</param>
    internal sealed record Input(MessageChannel Channel, string Name, [property: Personal] string Address)
        : IInput<TestAddressView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Channel).IsInEnum().WithErrorCode("field.malformed");
            RuleFor(i => i.Name).NotEmpty().MaximumLength(TestAddress.NameLength);
            RuleFor(i => i.Address).NotEmpty().MaximumLength(128);
        }
    }
}

/// <summary>Takes an address off the list: nothing more goes there.</summary>
[Needs(MarketingRights.EditTestAddresses)]
internal sealed class RemoveTestAddress(MarketingDb db) : UseCase<RemoveTestAddress.Input, TestAddressView>
{
    protected override async Task<TestAddressView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var address = await db.TestAddresses.SingleOrDefaultAsync(a => a.Id == input.TestAddress, cancel)
            ?? throw new Refusal("marketing.test-address-not-found", RefusalKind.NotFound);
        db.TestAddresses.Remove(address);
        return TestAddressView.Of(address);
    }

    internal sealed record Input(Guid TestAddress) : IInput<TestAddressView>;
}
