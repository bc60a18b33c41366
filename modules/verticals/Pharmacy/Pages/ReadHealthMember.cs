using FluentValidation;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Pages;

/// <summary>Whose health page is asked for, before a reason opens his data: a page about nobody is not shown.</summary>
[Needs(PharmacyPermissions.ViewClub)]
internal sealed class ReadHealthMember(IMemberFiles files) : Query<ReadHealthMember.Input, ReadHealthMember.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new((await files.OneAsync(input.Member, cancel)).MemberNo);

    /// <param name="Member">Member number, card or mobile.</param>
    internal sealed record Input([property: Personal] string Member) : IInput<Result>;

    internal sealed record Result(string MemberNo);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Member).NotEmpty().MaximumLength(64);
    }
}
