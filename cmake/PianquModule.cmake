# One function a kind of target, so that every module is built, checked and tested in the same way.

# What every target of ours is compiled with.
add_library(pianqu_options INTERFACE)
target_compile_features(pianqu_options INTERFACE cxx_std_20)
# Results must not depend on which multiply-adds the compiler fuses.
target_compile_options(pianqu_options INTERFACE -ffp-contract=off -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
  -Wno-missing-field-initializers)  # designated initialisers leave out what has a default
target_include_directories(pianqu_options INTERFACE "${CMAKE_SOURCE_DIR}")
if(PIANQU_WERROR)
  target_compile_options(pianqu_options INTERFACE -Werror)
endif()
if(PIANQU_SANITIZE)
  target_compile_options(pianqu_options INTERFACE -fsanitize=${PIANQU_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(pianqu_options INTERFACE -fsanitize=${PIANQU_SANITIZE})
endif()
if(PIANQU_TIDY)
  find_program(CLANG_TIDY clang-tidy REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${CLANG_TIDY}")
endif()

# pianqu_module(geo_base HEADERS a.hpp SOURCES a.cpp PUBLIC geo_shape PRIVATE GDAL::GDAL)
# A static library from the folder it is called in. PUBLIC and PRIVATE name what it links; our own modules are named without the prefix.
function(pianqu_module name)
  cmake_parse_arguments(ARG "" "" "HEADERS;SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(pianqu_${name} STATIC ${ARG_SOURCES})
  set_target_properties(pianqu_${name} PROPERTIES LINKER_LANGUAGE CXX VERIFY_INTERFACE_HEADER_SETS ON)
  target_sources(pianqu_${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${CMAKE_SOURCE_DIR}" FILES ${ARG_HEADERS})
  target_link_libraries(pianqu_${name} PUBLIC pianqu_options)
  foreach(dep IN LISTS ARG_PUBLIC)
    pianqu_target_of(${dep} target)
    target_link_libraries(pianqu_${name} PUBLIC ${target})
  endforeach()
  foreach(dep IN LISTS ARG_PRIVATE)
    pianqu_target_of(${dep} target)
    target_link_libraries(pianqu_${name} PRIVATE ${target})
  endforeach()
endfunction()

function(pianqu_target_of dep out)
  if(dep MATCHES "^(geo|layers|app)_")
    set(${out} pianqu_${dep} PARENT_SCOPE)
  else()
    set(${out} ${dep} PARENT_SCOPE)
  endif()
endfunction()

# pianqu_test(geo_base SOURCES a_test.cpp LINK geo_base): one GoogleTest program a module, each of its tests a ctest test.
function(pianqu_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_link_libraries(test_${name} PRIVATE pianqu_options GTest::gtest GTest::gtest_main)
  foreach(dep IN LISTS ARG_LINK)
    pianqu_target_of(${dep} target)
    target_link_libraries(test_${name} PRIVATE ${target})
  endforeach()
  target_compile_definitions(test_${name} PRIVATE PIANQU_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(test_${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
