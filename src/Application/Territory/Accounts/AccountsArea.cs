using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Accounts;

internal sealed class AccountsArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("accounts", typeof(Account), AccountPermissions.Manage)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<AccountCheck>();
        services.AddScoped<SystemAccount>();
        services.AddScoped<KeyMaker>();
    }
}
