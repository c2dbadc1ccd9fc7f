@echo off
rem Starts Doorwarden with the Java of JAVA_HOME, else the one on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "%~dp0..\lib\*" org.doorwarden.Main %*
exit /b %ERRORLEVEL%
