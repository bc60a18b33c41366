using RetailMember.Modules;
using RetailMember.Platform.Audit;
using RetailMember.Platform.Brands;
using RetailMember.Platform.Events;
using RetailMember.Platform.Jobs;
using RetailMember.Platform.Messages;
using RetailMember.Platform.People;
using RetailMember.Platform.Settings;
using RetailMember.Platform.Tills;
using RetailMember.UseCases;

namespace RetailMember.Platform;

/// <summary>The platform's addresses below <c>/api/platform</c> and <c>/api/brands/{brand}/platform</c>.</summary>
internal static class PlatformApi
{
    public static void Map(ModuleEndpoints api)
    {
        MapBrands(api);
        MapPeople(api);
        MapOwnAccount(api);
        Both<FindAudit>(api, "GET", "/audit");
        Both<FindJobs>(api, "GET", "/jobs");
        Both<RunJobNow>(api, "POST", "/jobs/{name}/runs");
        Both<FindRuns>(api, "GET", "/runs");
        Both<FindRun>(api, "GET", "/runs/{id}");
        api.ForChain<FindWaitingEvents>("GET", "/events");
        api.ForChain<RetryEvent>("POST", "/events/{eventId}/retries");
        api.ForChain<DropEvent>("DELETE", "/events/{eventId}");
        api.ForChain<DropEventsOf>("DELETE", "/subscribers/{subscriber}/events");
        api.ForChain<FindSentMessages>("GET", "/messages");
        Both<FindSettings>(api, "GET", "/settings");
        Both<ChangeSetting>(api, "PUT", "/settings/{name}");
    }

    private static void MapBrands(ModuleEndpoints api)
    {
        api.ForChain<FindBrands>("GET", "/brands");
        api.ForChain<CreateBrand>("POST", "/brands");
        api.ForBrand<ChangeBrand>("PUT", "/brand");
        api.ForBrand<FindStores>("GET", "/stores");
        api.ForBrand<CreateStore>("POST", "/stores");
        api.ForBrand<ChangeStore>("PUT", "/stores/{code}");
        api.ForBrand<CloseStore>("POST", "/stores/{code}/closure");
        Both<FindModules>(api, "GET", "/modules");
        api.ForBrand<SwitchModule>("PUT", "/modules/{module}");
        api.ForBrand<FindTills>("GET", "/tills");
        api.ForBrand<CreateTill>("POST", "/tills");
        api.ForBrand<RevokeTill>("DELETE", "/tills/{id}");
    }

    private static void MapPeople(ModuleEndpoints api)
    {
        Both<FindPeople>(api, "GET", "/people");
        Both<CreatePerson>(api, "POST", "/people");
        Both<FindPerson>(api, "GET", "/people/{id}");
        Both<ChangePerson>(api, "PUT", "/people/{id}");
        Both<DeactivatePerson>(api, "POST", "/people/{id}/deactivation");
        Both<ResetPassword>(api, "POST", "/people/{id}/password-reset");
        Both<UnlockPerson>(api, "DELETE", "/people/{id}/lockout");
        Both<AssignRole>(api, "POST", "/people/{id}/roles");
        Both<WithdrawRole>(api, "DELETE", "/people/{id}/roles/{role}");
        Both<GrantPermission>(api, "POST", "/people/{id}/permissions");
        Both<WithdrawPermission>(api, "DELETE", "/people/{id}/permissions/{permission}");
        Both<FindRoles>(api, "GET", "/roles");
        api.ForChain<CreateRole>("POST", "/roles");
        api.ForChain<ChangeRolePermissions>("PUT", "/roles/{code}/permissions");
    }

    private static void MapOwnAccount(ModuleEndpoints api)
    {
        api.ForChain<FindOwnAccount>("GET", "/account");
        api.ForChain<ChangeOwnLanguage>("PUT", "/account/language");
        api.ForChain<ChangeOwnPassword>("POST", "/account/password");
        api.ForChain<EndOwnSessions>("DELETE", "/account/sessions");
        api.ForChain<SetUpAuthenticator>("POST", "/account/authenticator");
        api.ForChain<ConfirmAuthenticator>("POST", "/account/authenticator/confirmation");
        api.ForChain<RemoveAuthenticator>("POST", "/account/authenticator/removal");
    }

    private static void Both<TUseCase>(ModuleEndpoints api, string method, string pattern)
        where TUseCase : UseCaseBase
    {
        api.ForChain<TUseCase>(method, pattern);
        api.ForBrand<TUseCase>(method, pattern);
    }
}
