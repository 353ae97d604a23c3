using System.Reflection;
using Microsoft.Data.SqlClient;

namespace MethodCenter.TestKit;

/// <summary>Exceptions of SqlClient as the driver throws them; it has no public way to make one.</summary>
public static class SqlFailures
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>What the driver answers when a token calls a command off.</summary>
    public static SqlException CalledOff => Make(0, "Operation cancelled by user.", severity: 11);

    public static SqlException Deadlock =>
        Make(
            1205,
            "Transaction (Process ID 52) was deadlocked on lock resources and has been chosen as the victim.",
            13
        );

    public static SqlException Make(int number, string message, byte severity = 16, Exception? inner = null)
    {
        var error = Construct<SqlError>(
            new Dictionary<string, object?>
            {
                ["infoNumber"] = number,
                ["errorState"] = (byte)1,
                ["errorClass"] = severity,
                ["server"] = "none",
                ["errorMessage"] = message,
                ["procedure"] = "",
                ["lineNumber"] = 1,
                ["exception"] = inner,
            }
        );
        var errors = Construct<SqlErrorCollection>([]);
        typeof(SqlErrorCollection).GetMethod("Add", Hidden)!.Invoke(errors, [error]);
        var create = typeof(SqlException)
            .GetMethods(Hidden)
            .Where(method => method.Name == "CreateException")
            .First(method =>
                method.GetParameters() is [var first, var second, var third, var fourth, ..]
                && first.ParameterType == typeof(SqlErrorCollection)
                && second.ParameterType == typeof(string)
                && third.ParameterType == typeof(Guid)
                && fourth.ParameterType == typeof(Exception)
            );
        object?[] arguments = [errors, "16.00.1000", Guid.Empty, inner];
        return (SqlException)
            create.Invoke(
                null,
                [.. arguments, .. create.GetParameters()[arguments.Length..].Select(one => one.DefaultValue)]
            )!;
    }

    /// <summary>By the shortest constructor that takes all the named arguments; others stay as they are by default.</summary>
    private static T Construct<T>(Dictionary<string, object?> arguments)
    {
        var constructor = typeof(T)
            .GetConstructors(Hidden)
            .Where(one => arguments.Keys.All(name => one.GetParameters().Any(parameter => parameter.Name == name)))
            .OrderBy(one => one.GetParameters().Length)
            .First();
        return (T)
            constructor.Invoke([
                .. constructor
                    .GetParameters()
                    .Select(parameter =>
                        arguments.TryGetValue(parameter.Name!, out var value) ? value
                        : parameter.HasDefaultValue ? parameter.DefaultValue
                        : Activator.CreateInstance(parameter.ParameterType)
                    ),
            ]);
    }
}
