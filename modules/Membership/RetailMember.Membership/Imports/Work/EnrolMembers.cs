using FluentValidation;
using RetailMember.UseCases;

namespace RetailMember.Membership.Imports.Work;

/// <summary>Takes over people who are members elsewhere: one transaction's share of an import.</summary>
[Needs(MembershipPermissions.Import)]
internal sealed class EnrolMembers(MemberIntake intake) : UseCase<EnrolMembers.Input, EnrolMembers.Result>
{
    public const int Most = 5_000;

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new(await intake.AdmitAsync(input.Rows, input.NumbersOnly, call, cancel));

    internal sealed record Input(IReadOnlyList<MemberRow> Rows) : IInput<Result>
    {
        /// <summary>Nothing but the number is known: no person, and none of the fields that the brand asks for.</summary>
        public bool NumbersOnly { get; init; }
    }

    /// <param name="Rows">One outcome a row, in the same place.</param>
    internal sealed record Result(IReadOnlyList<RowOutcome> Rows);

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Rows).Must(rows => rows.Count is > 0 and <= Most).WithErrorCode("field.too-many");
    }
}
