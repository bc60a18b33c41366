using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Probe;

/// <summary>What staff may see of any member, and a member of himself.</summary>
[Needs("Probe.Notes.View"), OwnMember]
internal sealed class ReadAnyMember : Query<ReadAnyMember.Input, string>
{
    public sealed record Input([property: Personal] string Member) : IInput<string>, IOfMember<Input>
    {
        public Input For(string memberNo) => new(memberNo);
    }

    protected override Task<string> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        Task.FromResult(input.Member);
}

/// <summary>What nobody but a member may do.</summary>
[OwnMember]
internal sealed class ReadMyself : Query<ReadMyself.Input, string>
{
    public sealed record Input : IInput<string>;

    protected override Task<string> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        Task.FromResult(call.Caller.Name);
}
