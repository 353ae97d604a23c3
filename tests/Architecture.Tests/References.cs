using System.Reflection;
using System.Reflection.Emit;

namespace MethodCenter.Architecture.Tests;

/// <summary>Every type that a type names: in its bases, members, attributes and in the bodies of its methods.</summary>
internal static class References
{
    private const BindingFlags Everything =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>With what the compiler has made of its lambdas, iterators and async methods.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Visit(type, found);
        return found;
    }

    /// <summary>Every member that the bodies of a type's methods name.</summary>
    public static IEnumerable<MemberInfo> MembersOf(Type type) =>
        type.GetMethods(Everything)
            .Cast<MethodBase>()
            .Concat(type.GetConstructors(Everything))
            .Where(method => method.GetMethodBody() is not null)
            .SelectMany(method => Members(type, method, method.GetMethodBody()!))
            .Concat(type.GetNestedTypes(Everything).Where(nested => nested.Name.Contains('<')).SelectMany(MembersOf));

    private static void Visit(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        foreach (var contract in type.GetInterfaces())
        {
            Add(contract, found);
        }

        foreach (var attribute in type.GetCustomAttributesData())
        {
            Add(attribute.AttributeType, found);
        }

        foreach (var field in type.GetFields(Everything))
        {
            Add(field.FieldType, found);
        }

        foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            Add((method as MethodInfo)?.ReturnType, found);
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType, found);
            }

            VisitBody(type, method, found);
        }

        foreach (var nested in type.GetNestedTypes(Everything).Where(nested => nested.Name.Contains('<')))
        {
            Visit(nested, found);
        }
    }

    private static void VisitBody(Type type, MethodBase method, HashSet<Type> found)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(local.LocalType, found);
        }

        foreach (var member in Members(type, method, body))
        {
            Add(member as Type ?? member.DeclaringType, found);
            if (member is MethodInfo { IsGenericMethod: true } generic)
            {
                Array.ForEach(generic.GetGenericArguments(), argument => Add(argument, found));
            }
        }
    }

    private static IEnumerable<MemberInfo> Members(Type type, MethodBase method, MethodBody body) =>
        Tokens(body.GetILAsByteArray()!)
            .Select(token =>
                type.Module.ResolveMember(
                    token,
                    type.IsGenericType ? type.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                )
            )
            .OfType<MemberInfo>();

    /// <summary>Tokens of types, methods and fields in a body.</summary>
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var place = 0; place < code.Length; )
        {
            short value = code[place++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | code[place++]));
            }

            var operand = Codes[value].OperandType;
            if (
                operand
                is OperandType.InlineType
                    or OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineTok
            )
            {
                yield return BitConverter.ToInt32(code, place);
            }

            place += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, place)),
                _ => 4,
            };
        }
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        while (type is { HasElementType: true })
        {
            type = type.GetElementType();
        }

        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.IsGenericType)
        {
            foreach (var argument in type.GetGenericArguments())
            {
                Add(argument, found);
            }

            type = type.GetGenericTypeDefinition();
        }

        found.Add(type);
    }
}
