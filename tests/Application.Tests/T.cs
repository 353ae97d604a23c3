namespace MethodCenter.Application.Tests;

public class T
{
    [Fact]
    public void X()
    {
        true.ShouldBeTrue();
    }
}
