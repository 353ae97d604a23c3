using MethodCenter.Infrastructure.Persistence;

namespace MethodCenter.Migrations.PostgreSql;

/// <summary>The part of the compiled model that is not generated.</summary>
public partial class PostgreSqlMethodCenterContextModel
{
    partial void Customize() => CompiledModels.AddFilters(this);
}
