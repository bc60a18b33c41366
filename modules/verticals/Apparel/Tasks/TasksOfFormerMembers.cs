using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Apparel.Tasks;

/// <summary>Nobody calls, or alters anything for, whoever has left: what is open for him is called off with his membership.</summary>
internal sealed class TasksOfFormerMembers(TaskDesk desk) : IMemberClosing
{
    public Task CloseAsync(Guid member, CallContext call, CancellationToken cancel) =>
        desk.CallOffAsync(member, call.RequiredBrand.DateOf(call.At), call.Caller.Name, cancel);
}
