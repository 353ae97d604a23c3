using MethodCenter.Infrastructure.Persistence;

namespace MethodCenter.Migrations.Sqlite;

/// <summary>The part of the compiled model that is not generated.</summary>
public partial class SqliteMethodCenterContextModel
{
    partial void Customize() => CompiledModels.AddFilters(this);
}
