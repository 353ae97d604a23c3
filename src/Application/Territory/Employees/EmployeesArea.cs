using MethodCenter.Application.Common.Areas;
using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Territory.Employees;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Territory.Employees;

internal sealed class EmployeesArea : Area
{
    public override IEnumerable<ChangeType> Changes => [new("employees", typeof(Employee), EmployeePermissions.Read)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<EmploymentCheck>();
        services.AddScoped<IdentificationLog>();
        services.AddScoped<PersonMatch>();
        services.AddScoped<PersonDirectory>();
        services.AddScoped<LikeNames>();
        services.AddScoped<EmployeeMatch>();
    }
}
