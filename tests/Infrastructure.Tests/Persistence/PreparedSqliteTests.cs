using System.Data.Common;
using MethodCenter.Infrastructure.Persistence.Providers.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MethodCenter.Infrastructure.Tests.Persistence;

/// <summary>Kept statements save their preparation and are otherwise not to be noticed.</summary>
public sealed class PreparedSqliteTests : IDisposable
{
    private readonly PreparedSqliteConnection _connection = new("Data Source=:memory:");

    public PreparedSqliteTests()
    {
        Open();
        Run("CREATE TABLE rows (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
        Insert(1, "один");
        Insert(2, "два");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void The_same_text_is_prepared_once()
    {
        var before = Statements().Count;

        Find(1).ShouldBe("один");
        Find(2).ShouldBe("два");
        Find(3).ShouldBeNull();

        Statements().Count.ShouldBe(before + 1);
    }

    [Fact]
    public void A_kept_statement_holds_no_snapshot()
    {
        // Left in the middle: the second row is never read.
        using (var command = Command("SELECT name FROM rows ORDER BY id"))
        using (var reader = command.ExecuteReader())
        {
            reader.Read().ShouldBeTrue();
        }

        Statements().ShouldNotBeEmpty();
        Statements().ShouldAllBe(statement => raw.sqlite3_stmt_busy(statement) == 0);
    }

    [Fact]
    public void The_same_text_may_be_read_twice_at_once()
    {
        using var first = Command("SELECT name FROM rows ORDER BY id");
        using var reader = first.ExecuteReader();
        reader.Read().ShouldBeTrue();
        using (var second = Command("SELECT name FROM rows ORDER BY id"))
        using (var other = second.ExecuteReader())
        {
            other.Read().ShouldBeTrue();
            other.GetString(0).ShouldBe("один");
        }

        reader.Read().ShouldBeTrue();
        reader.GetString(0).ShouldBe("два");
    }

    [Fact]
    public void A_command_that_is_given_up_with_its_reader_open_is_not_lent_again()
    {
        var given = Command("SELECT name FROM rows ORDER BY id");
        using var reader = given.ExecuteReader();
        given.Dispose();

        using var next = Command("SELECT name FROM rows ORDER BY id");
        next.ExecuteScalar().ShouldBe("один");
    }

    [Fact]
    public void A_refused_statement_can_be_run_again()
    {
        Should.Throw<SqliteException>(() => Insert(1, "опять"));

        Insert(3, "три");
        Find(3).ShouldBe("три");
        Find(1).ShouldBe("один");
    }

    [Fact]
    public void Parameters_of_the_last_execution_are_gone()
    {
        Find(1).ShouldBe("один");

        using var command = Command("SELECT name FROM rows WHERE id = @id");

        command.Parameters.Count.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => command.ExecuteScalar());
    }

    [Fact]
    public void Another_schema_is_noticed()
    {
        using (var command = Command("SELECT * FROM rows WHERE id = 1"))
        using (var reader = command.ExecuteReader())
        {
            reader.FieldCount.ShouldBe(2);
        }

        Run("ALTER TABLE rows ADD COLUMN more TEXT NULL");

        using var again = Command("SELECT * FROM rows WHERE id = 1");
        using var wider = again.ExecuteReader();
        wider.FieldCount.ShouldBe(3);
    }

    [Fact]
    public void A_command_runs_in_the_transaction_of_its_moment()
    {
        using (var transaction = _connection.BeginTransaction())
        {
            Insert(3, "три");
            transaction.Rollback();
        }

        Find(3).ShouldBeNull();
        Insert(3, "три");
        Find(3).ShouldBe("три");
    }

    [Fact]
    public void The_text_of_a_command_may_change()
    {
        using var command = Command("SELECT 1");
        command.ExecuteScalar().ShouldBe(1L);
        command.CommandText = "SELECT 2";
        command.ExecuteScalar().ShouldBe(2L);

        using var first = Command("SELECT 1");
        first.ExecuteScalar().ShouldBe(1L);
    }

    [Fact]
    public void So_many_are_kept_and_the_one_that_has_waited_longest_goes()
    {
        Find(1).ShouldBe("один");
        for (var text = 0; text < 3 * PreparedSqliteConnection.MostKept; text++)
        {
            using var command = Command($"SELECT {text}");
            command.ExecuteScalar().ShouldBe((long)text);
            Find(2).ShouldBe("два");
        }

        _connection.Kept.ShouldBe(PreparedSqliteConnection.MostKept);
        Statements().Count.ShouldBe(PreparedSqliteConnection.MostKept);
        Statements().ShouldContain(statement => raw.sqlite3_sql(statement).utf8_to_string().Contains("WHERE id"));
    }

    [Fact]
    public void Closing_ends_all_of_them()
    {
        Find(1).ShouldBe("один");
        var lent = Command("SELECT 1");
        lent.ExecuteScalar().ShouldBe(1L);

        _connection.Close();
        _connection.Kept.ShouldBe(0);
        Open();
        lent.Dispose();

        _connection.Kept.ShouldBe(0);
        Statements().ShouldBeEmpty();
        using var command = Command("SELECT 1");
        command.ExecuteScalar().ShouldBe(1L);
    }

    private void Open()
    {
        _connection.Open();
        _connection.Handle!.enable_sqlite3_next_stmt(true);
    }

    private string? Find(int id)
    {
        using var command = Command("SELECT name FROM rows WHERE id = @id", ("@id", id));
        return (string?)command.ExecuteScalar();
    }

    private void Insert(int id, string name)
    {
        using var command = Command("INSERT INTO rows (id, name) VALUES (@id, @name)", ("@id", id), ("@name", name));
        command.ExecuteNonQuery();
    }

    private void Run(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private DbCommand Command(string text, params (string Name, object Value)[] values)
    {
        // As Entity Framework asks for it: by the base class.
        var command = ((DbConnection)_connection).CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>All statements that the engine knows of on this connection.</summary>
    private List<sqlite3_stmt> Statements()
    {
        var statements = new List<sqlite3_stmt>();
        for (
            var one = raw.sqlite3_next_stmt(_connection.Handle, null);
            one is not null;
            one = raw.sqlite3_next_stmt(_connection.Handle, one)
        )
        {
            statements.Add(one);
        }

        return statements;
    }
}
