using MethodCenter.Infrastructure.Persistence;

namespace MethodCenter.Migrations.SqlServer;

/// <summary>The part of the compiled model that is not generated.</summary>
public partial class SqlServerMethodCenterContextModel
{
    partial void Customize() => CompiledModels.AddFilters(this);
}
